import ArgumentParser

/// A size in bytes: `4096`, `512K`, `64M`, `1G`.
struct SizeArgument: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    // Offsets in files are 32 bits wide.
    guard let number = Int(digits), number >= 0, number <= Int(UInt32.max) >> (unit ?? 0) else { return nil }
    bytes = number << (unit ?? 0)
  }

  var defaultValueDescription: String { "\(bytes >> 20)M" }
}
