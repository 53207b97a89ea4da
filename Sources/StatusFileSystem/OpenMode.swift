/// What a path is opened for.
package enum OpenMode: Hashable, Sendable {
  /// To read a file. A link at the path's end is not followed (ELOOP), and no pipe or device is waited for.
  case reading
  /// To list a directory, or to start other paths from it. A link at the path's end is not followed.
  case directory
  /// The same, following a link at the path's end: for paths that the user gave.
  case directoryFollowingLinks
  /// To write a file that must not exist yet, with these permissions less the process's umask.
  case creating(permissions: UInt32)
  /// To write at the end of what is there, following links: for pipes and devices.
  case appending
  /// To lock a file of ours that is made when it is missing, with these permissions less the process's umask, and
  /// never written. A link at the path's end is not followed.
  case lockFile(permissions: UInt32)
}
