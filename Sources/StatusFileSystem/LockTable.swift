import CSystemShims

/// The list of locks of the system: /proc/locks, described in proc(5).
struct LockTable {
  private let text: String

  /// A list with this text.
  init(_ text: String) { self.text = text }

  /// The process that holds a lock on a file, the first if there are several; nil if there is none, or if it
  /// is not visible from here.
  func holder(device: UInt64, inode: UInt64) -> Int? {
    let place = Self.place(device: device, inode: inode)
    for line in text.split(separator: "\n") {
      // "1: FLOCK  ADVISORY  WRITE 812 fe:00:131 0 EOF"; a waiting process has "->" as the second word.
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] != "->", words[5] == place, let process = Int(words[4]), process > 0
      else { continue }
      return process
    }
    return nil
  }

  /// A file as in the list: the two numbers of the device in hexadecimal, the inode in decimal.
  private static func place(device: UInt64, inode: UInt64) -> String {
    let (major, minor) = (gnu_dev_major(UInt(device)), gnu_dev_minor(UInt(device)))
    return "\(major.zeroPadded(to: 2, radix: 16)):\(minor.zeroPadded(to: 2, radix: 16)):\(inode)"
  }
}
