import Glibc

/// The kind of a directory entry (inode(7), "The file type and mode").
package enum FileKind: Hashable, Sendable {
  case regular
  case directory
  case symbolicLink
  case fifo
  case characterDevice
  case blockDevice
  case socket
  /// The file system did not report it.
  case unknown

  /// The kind from the type bits of `st_mode`.
  package init(mode: UInt32) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symbolicLink
    case S_IFIFO: self = .fifo
    case S_IFCHR: self = .characterDevice
    case S_IFBLK: self = .blockDevice
    case S_IFSOCK: self = .socket
    default: self = .unknown
    }
  }

  /// The kind from `d_type` of a directory record, which contains the type bits of a mode, shifted by 12.
  package init(directoryRecordType: UInt8) { self.init(mode: UInt32(directoryRecordType) << 12) }

  /// The name for messages, with an article.
  package var phrase: String {
    switch self {
    case .regular: "a regular file"
    case .directory: "a directory"
    case .symbolicLink: "a symbolic link"
    case .fifo: "a named pipe"
    case .characterDevice, .blockDevice: "a device"
    case .socket: "a socket"
    case .unknown: "neither a file nor a directory"
    }
  }
}
