import StatusReport
import StatusSyntax
import StatusText

/// The values of a YAML file with their lines, as text and as JSON.
struct YAMLOutline {
  private let tree: YAMLTree
  private let lines: LineIndex

  init(_ tree: YAMLTree) {
    self.tree = tree
    lines = LineIndex(tree.source)
  }

  /// What cannot be read, a line each.
  func faults(in path: String) -> [Message] {
    tree.faults.map { fault in
      let place = lines.position(at: fault.range.lower)
      return "\(outside: path):\(place.line):\(place.column): error: \(fault.message) [invalid-yaml]"
    }
  }

  /// A line for each value.
  func text() -> Message {
    var text: Message = ""
    var ends: [Int] = []
    for index in tree.nodes.indices {
      while let end = ends.last, end <= index { ends.removeLast() }
      let value = YAMLValue(tree: tree, index: index)
      let (first, last) = range(of: value)
      let indent = String(repeating: "  ", count: ends.count)
      let range: Message = first == last ? "\(first)" : "\(first)-\(last)"
      let key: Message = value.keyRange.isEmpty ? "" : " \(value.key)"
      let content: Message = value.kind == .scalar ? " \(bytes: tree.source.bytes[value.range.indices])" : ""
      text += "\(range.padded(to: 9)) \(indent)\(Self.name(value))\(key)\(content)\n"
      ends.append(Int(tree.nodes[index].next))
    }
    return text
  }

  /// An array of the values.
  func json() -> [UInt8] {
    var json = JSONWriter(capacity: tree.nodes.count * 96 + 16)
    json.array(tree.nodes.indices) { json, index in
      let value = YAMLValue(tree: tree, index: index)
      let (first, last) = range(of: value)
      json.object { json in
        json.member("kind", Self.name(value))
        json.member("startLine", first)
        json.member("endLine", last)
        if !value.keyRange.isEmpty { json.member("key", value.key) }
        if value.kind == .scalar { json.member("value", value.text) }
      }
    }
    return json.finish()
  }

  private func range(of value: YAMLValue) -> (first: Int, last: Int) {
    let range = value.range
    return (lines.line(at: range.lower), lines.line(at: max(range.lower, range.upper - 1)))
  }

  private static func name(_ value: YAMLValue) -> String {
    if value.isNull { return "null" }
    return switch value.kind {
    case .map: "map"
    case .list: "list"
    case .unreadable: "unreadable"
    case .scalar:
      switch value.style {
      case .plain: "plain"
      case .single: "single-quoted"
      case .double: "double-quoted"
      case .literal: "literal"
      case .folded: "folded"
      }
    }
  }
}
