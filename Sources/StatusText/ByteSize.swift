/// A size in bytes as people write it: `4096`, `512K`, `64M`, `1G`.
package enum ByteSize {
  /// What is valid, for messages.
  package static let help = "give a size in bytes, or with a unit as in 512K, 64M or 1G; less than 4G"

  /// The bytes that `text` means; nil for anything else.
  package static func read(_ text: String) -> Int? {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let unit = text.last.flatMap { units[Character($0.uppercased())] } ?? 0
    guard let number = Int(unit == 0 ? text[...] : text.dropLast()) else { return nil }
    return number <= most >> unit ? checked(number << unit) : nil
  }

  /// `number`, if it is a size that files may have.
  package static func checked(_ number: Int) -> Int? { 0...most ~= number ? number : nil }

  /// Offsets in files are 32 bits wide.
  private static let most = Int(UInt32.max)
}
