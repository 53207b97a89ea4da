/// A JSON value to be written; members stay in their order. Strings hold nothing that needs an escape.
indirect enum SyntheticJSON {
  case string(String)
  case number(Int)
  case array([SyntheticJSON])
  case object([(String, SyntheticJSON)])

  /// The value in two-space indentation, with a line end after it.
  var page: SyntheticPage {
    var page = SyntheticPage(capacity: 1024)
    write(to: &page, indent: "")
    page.line()
    return page
  }

  private func write(to page: inout SyntheticPage, indent: String) {
    switch self {
    case .string(let text): page.text("\"\(text)\"")
    case .number(let number): page.text(String(number))
    case .array(let elements):
      Self.write(elements, "[", "]", to: &page, indent: indent) { page, element, indent in
        element.write(to: &page, indent: indent)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &page, indent: indent) { page, member, indent in
        page.text("\"\(member.0)\": ")
        member.1.write(to: &page, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to page: inout SyntheticPage, indent: String,
    item: (inout SyntheticPage, Item, String) -> Void
  ) {
    if items.isEmpty { return page.text(open + close) }
    page.line(open)
    let inner = indent + "  "
    for (index, element) in items.enumerated() {
      page.text(inner)
      item(&page, element, inner)
      page.line(index + 1 < items.count ? "," : "")
    }
    page.text(indent + close)
  }
}
