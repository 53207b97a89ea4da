import CSystemShims

/// The system's list of locks: /proc/locks as proc(5) describes it.
struct LockTable {
  private let text: String

  /// The list with this text.
  init(_ text: String) { self.text = text }

  /// The process that has the lock of a file, the first of several; nil when none has, or when it is not to be
  /// seen from here.
  func holder(device: UInt64, inode: UInt64) -> Int? {
    let place = Self.place(device: device, inode: inode)
    for line in text.split(separator: "\n") {
      // "1: FLOCK  ADVISORY  WRITE 812 fe:00:131 0 EOF"; one who waits has "->" as the second word.
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] != "->", words[5] == place, let process = Int(words[4]), process > 0
      else { continue }
      return process
    }
    return nil
  }

  /// A file as the list names it: the device's two numbers in hexadecimal, the inode in decimal.
  private static func place(device: UInt64, inode: UInt64) -> String {
    "\(hexadecimal(gnu_dev_major(UInt(device)))):\(hexadecimal(gnu_dev_minor(UInt(device)))):\(inode)"
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }
}
