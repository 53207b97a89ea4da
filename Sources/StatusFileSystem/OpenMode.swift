/// The purpose of opening a path.
package enum OpenMode: Hashable, Sendable {
  /// To read a file. Does not follow a link at the end of the path (ELOOP), and does not wait for a pipe or
  /// device.
  case reading
  /// To list a directory, or to use it for relative paths. Does not follow a link at the end of the path.
  case directory
  /// The same, but follows a link at the end of the path: for paths from the user.
  case directoryFollowingLinks
  /// To write a new file, with these permissions minus the umask of the process.
  case creating(permissions: UInt32)
  /// To append to a file, following links: for pipes and devices.
  case appending
  /// To lock a file, which is created if missing, with these permissions minus the umask of the process, and
  /// never written. Does not follow a link at the end of the path.
  case lockFile(permissions: UInt32)
}
