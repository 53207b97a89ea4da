import CYAML
import StatusSyntax
import StatusText

/// A YAML text as a list of events, so that our tree and libyaml can be compared.
enum YAMLEvents {
  /// What our tree says.
  static func ours(_ tree: YAMLTree) -> [String] {
    var events: [String] = []
    var ends: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      close(&ends, at: index, &events)
      let value = YAMLValue(tree: tree, index: index)
      if !node.key.range.isEmpty { events.append("\(node.key.style) \(value.key)") }
      switch node.kind {
      case .scalar: events.append("\(node.style) \(value.text ?? tree.source.text(node.range))")
      case .map, .list:
        events.append("\(node.kind)")
        ends.append(Int(node.next))
      case .unreadable: events.append("unreadable")
      }
    }
    close(&ends, at: tree.nodes.count, &events)
    return events
  }

  private static func close(_ ends: inout [Int], at index: Int, _ events: inout [String]) {
    while let end = ends.last, end <= index {
      events.append("end")
      ends.removeLast()
    }
  }

  /// What libyaml says; nil if it refuses the text.
  static func judged(_ bytes: [UInt8]) -> [String]? {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var events: [String] = []
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) != 0 else { return nil }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return events }
        if let text = text(event) { events.append(text) }
      }
    }
  }

  private static func text(_ event: yaml_event_t) -> String? {
    switch event.type {
    case YAML_MAPPING_START_EVENT: return "map"
    case YAML_SEQUENCE_START_EVENT: return "list"
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return "end"
    case YAML_ALIAS_EVENT: return "alias"
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return "\(style(scalar.style)) \(text)"
    default: return nil
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLTree.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
