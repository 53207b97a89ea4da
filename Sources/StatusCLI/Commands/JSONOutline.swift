import StatusReport
import StatusSyntax
import StatusText

/// The values of a JSON file with their lines, as text and as JSON.
struct JSONOutline {
  private let tree: JSONTree
  private let lines: LineIndex

  init(_ tree: JSONTree) {
    self.tree = tree
    self.lines = LineIndex(tree.source)
  }

  /// A line for each value.
  func text() -> Message {
    var text: Message = ""
    var ends: [Int] = []
    for index in tree.nodes.indices {
      while let end = ends.last, end <= index { ends.removeLast() }
      let value = JSONValue(tree: tree, index: index)
      let first = lines.line(at: value.range.lower)
      let last = lines.line(at: max(value.range.lower, value.range.upper - 1))
      let indent = String(repeating: "  ", count: ends.count)
      let range: Message = first == last ? "\(first)" : "\(first)-\(last)"
      let key: Message = value.isMember ? " \(value.key)" : ""
      let content: Message =
        value.isContainer ? "" : " \(bytes: tree.source.bytes[value.range.lower..<value.range.upper])"
      text += "\(range.padded(to: 9)) \(indent)\(Self.name(value.kind))\(key)\(content)\n"
      ends.append(Int(tree.nodes[index].next))
    }
    return text
  }

  /// An array of the values.
  func json() -> [UInt8] {
    var json = JSONWriter(capacity: tree.nodes.count * 96 + 16)
    json.array(tree.nodes.indices) { json, index in
      let value = JSONValue(tree: tree, index: index)
      json.object { json in
        json.member("kind", Self.name(value.kind))
        json.member("startLine", lines.line(at: value.range.lower))
        json.member("endLine", lines.line(at: max(value.range.lower, value.range.upper - 1)))
        if value.isMember { json.member("key", value.key) }
      }
    }
    return json.finish()
  }

  private static func name(_ kind: JSONTree.Kind) -> String {
    switch kind {
    case .object: "object"
    case .array: "array"
    case .string: "string"
    case .number: "number"
    case .true, .false: "boolean"
    case .null: "null"
    }
  }
}
