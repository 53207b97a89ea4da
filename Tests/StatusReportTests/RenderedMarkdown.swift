import CCMark

/// What a reader of CommonMark shows for one paragraph: libcmark, which knows nothing of our escapes.
struct RenderedMarkdown {
  /// The text that is shown, in pieces; a comment separates two pieces, other markup is not in them.
  private(set) var pieces = [""]
  /// The kinds of nodes besides text and comments: "link", "emph", …
  private(set) var markup: Set<String> = []
  /// The destinations of links.
  private(set) var destinations: [String] = []

  /// Everything that is shown.
  var text: String { pieces.joined() }

  /// What `markdown` shows.
  init(_ markdown: some StringProtocol) {
    let bytes = Array(markdown.utf8)
    let document = bytes.withUnsafeBytes {
      cmark_parse_document($0.bindMemory(to: CChar.self).baseAddress, $0.count, 0)
    }
    defer { cmark_node_free(document) }
    let events = cmark_iter_new(document)
    defer { cmark_iter_free(events) }
    while true {
      let event = cmark_iter_next(events)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(events) else { continue }
      add(node)
    }
  }

  private mutating func add(_ node: OpaquePointer) {
    let kind = cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    switch kind {
    case "document", "paragraph": break
    case "text": pieces[pieces.count - 1] += literal
    case "html_inline" where literal == "<!-- -->": pieces.append("")
    default:
      markup.insert(kind)
      if kind == "link" { destinations.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "") }
    }
  }
}
