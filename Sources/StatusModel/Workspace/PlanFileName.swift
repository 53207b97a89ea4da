import StatusText

/// The name of a Markdown file in plans/: `implementation-003.md`, `02_slug.md`.
package struct PlanFileName: Sendable {
  /// The version that it names; nil for another name.
  package let version: Int?

  /// Whether it is the name of a plan.
  package var isStandard: Bool { version != nil }

  /// The name at the end of `path`.
  package init(path: String) {
    version = Self.version(Array(PathText.name(of: path).utf8))
  }

  private static func version(_ name: [UInt8]) -> Int? {
    guard name.count > 3, name.suffix(3).elementsEqual(".md".utf8) else { return nil }
    let stem = name.dropLast(3)
    let prefix = Array("implementation-".utf8)
    if stem.starts(with: prefix) { return number(stem.dropFirst(prefix.count)) }
    guard let underscore = stem.firstIndex(of: 0x5F), underscore <= 4, underscore + 1 < stem.endIndex else {
      return nil
    }
    return number(stem[..<underscore])
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ ASCII.isDigit($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
