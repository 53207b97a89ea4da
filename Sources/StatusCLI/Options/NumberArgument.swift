import StatusEngine
import StatusText

/// Numbers on the command line.
package enum NumberArgument {
  /// The size above which files are not read by default.
  package static var usualSizeLimit: String { "\(DirectorySource.usualSizeLimit >> 20)M" }

  /// A number of threads, from 1.
  static func threads(_ text: String) throws(CommandError) -> Int {
    guard let count = Int(text), count >= 1 else {
      throw .invalidValue(text, for: "--jobs", hint: "give a number of threads, at least 1")
    }
    return count
  }

  /// A whole number from `least` on; `option` is for the message.
  static func count(_ text: String, for option: String, from least: Int) throws(CommandError) -> Int {
    guard let count = Int(text), count >= least else {
      throw .invalidValue(text, for: option, hint: "give a whole number, at least \(least)")
    }
    return count
  }

  /// A task's number.
  static func task(_ text: String) throws(CommandError) -> Int {
    guard let number = Int(text), number >= 0 else {
      throw .usage("\"\(outside: text)\" is not a task number", hint: "give one number, as in 221")
    }
    return number
  }

  /// A size in bytes: `4096`, `512K`, `64M`, `1G`.
  static func size(_ text: String) throws(CommandError) -> Int {
    if let size = ByteSize.read(text) { return size }
    throw .invalidValue(text, for: "--size-limit", hint: "\(ByteSize.help)")
  }
}
