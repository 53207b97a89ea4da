import StatusEngine

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
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? text[...] : text.dropLast()
    // Offsets in files are 32 bits wide.
    guard let number = Int(digits), number >= 0, number <= Int(UInt32.max) >> (unit ?? 0) else {
      throw .invalidValue(
        text, for: "--size-limit",
        hint: "give a size in bytes, or with a unit as in 512K, 64M or 1G; less than 4G")
    }
    return number << (unit ?? 0)
  }
}
