import StatusText

extension YAMLValue {
  /// The edit that makes this scalar mean `text`, in the quotes that it has. Nothing else changes: neither a comment after
  /// it nor a line ending. Nil if this is not a scalar, or if the tree has faults.
  package func replacing(with text: String) -> TextEdit? {
    guard kind == .scalar, tree.faults.isEmpty else { return nil }
    if range.isEmpty { return TextEdit(range, with: " " + plain(text)) }
    switch style {
    case .plain: return TextEdit(range, with: plain(text))
    case .single where !YAMLText(text).needsEscapes:
      return TextEdit(
        range,
        with: "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      )
    case .single, .double: return TextEdit(range, with: YAMLText(text).inDoubleQuotes)
    case .literal, .folded: return TextEdit(lineOfBlock, with: plain(text))
    }
  }

  private func plain(_ text: String) -> String {
    let (new, old) = (YAMLText(text), YAMLText(self.text ?? ""))
    let isFine = new.canBePlain(isInFlow: node.isInFlow) && (!new.isTyped || new.isNumber && old.isNumber)
    return isFine ? text : new.inDoubleQuotes
  }

  /// The bytes of a block scalar without the line endings at its end.
  private var lineOfBlock: ByteRange {
    let bytes = tree.source.bytes
    var end = range.upper
    while end > range.lower, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
    return ByteRange(range.lower, end)
  }
}
