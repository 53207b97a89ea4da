import StatusTestSupport

/// The safe fixes of a SARIF report, as a reader that knows only bytes takes them: one after the other, except those that
/// touch what an earlier one changes.
struct SARIFFixes {
  typealias Edit = (range: Range<Int>, replacement: [UInt8])

  /// The edits of each file, in order, by its path.
  private(set) var changes: [String: [Edit]] = [:]

  /// The report is none that this reader knows.
  struct Unknown: Error {}

  init(_ report: JSONValue) throws {
    for result in Self.elements(report["runs"]?[0]?["results"]) {
      // A finding that is suppressed or in the baseline stays as it is.
      guard Self.elements(result["suppressions"]).isEmpty else { continue }
      for fix in Self.elements(result["fixes"]) where fix["properties"]?["applicability"] == "safe" {
        try add(fix)
      }
    }
  }

  private mutating func add(_ fix: JSONValue) throws {
    var merged = changes
    for change in Self.elements(fix["artifactChanges"]) {
      guard case .string(let uri)? = change["artifactLocation"]?["uri"],
        let path = Self.path(uri)
      else { throw Unknown() }
      for replacement in Self.elements(change["replacements"]) {
        let edit = try Self.edit(replacement)
        let others = merged[path] ?? []
        if others.contains(where: { $0.range == edit.range && $0.replacement == edit.replacement }) {
          continue
        }
        if others.contains(where: { Self.touch($0.range, edit.range) }) { return }
        merged[path] = (others + [edit]).sorted { $0.range.lowerBound < $1.range.lowerBound }
      }
    }
    changes = merged
  }

  private static func edit(_ replacement: JSONValue) throws -> Edit {
    guard case .number(let start)? = replacement["deletedRegion"]?["byteOffset"],
      case .number(let length)? = replacement["deletedRegion"]?["byteLength"]
    else { throw Unknown() }
    let range = Int(start)..<Int(start + length)
    // Text that is not UTF-8 would be in Base64; no fix writes any.
    guard case .string(let text)? = replacement["insertedContent"]?["text"] else { throw Unknown() }
    return (range, Array(text.utf8))
  }

  /// The path that a relative URI reference means.
  private static func path(_ uri: String) -> String? {
    var bytes: [UInt8] = []
    var rest = uri.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func touch(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.lowerBound <= other.upperBound && other.lowerBound <= one.upperBound
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements)? = value else { return [] }
    return elements
  }
}
