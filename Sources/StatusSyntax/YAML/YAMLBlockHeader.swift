import StatusText

/// The `|` or `>` before a block scalar, with its indicators (YAML 1.2, section 8.1.1).
struct YAMLBlockHeader {
  /// What becomes of the line endings at the end of the text.
  enum Chomping {
    case strip, clip, keep
  }

  var style: YAMLTree.Style
  var chomping = Chomping.clip
  /// The indentation as it is written, relative to the parent.
  var indent: Int?
  /// The offset after the last indicator.
  var end: Int

  /// The header at `start`, which is a `|` or `>`; nil if it has an indicator twice.
  init?(_ bytes: [UInt8], at start: Int, to lineEnd: Int) {
    style = bytes[start] == UInt8(ascii: "|") ? .literal : .folded
    end = start + 1
    while end < lineEnd, ASCII.isOne(bytes[end], of: "+-123456789") {
      if ASCII.isDigit(bytes[end]) {
        guard indent == nil else { return nil }
        indent = Int(bytes[end] - UInt8(ascii: "0"))
      } else {
        guard chomping == .clip else { return nil }
        chomping = bytes[end] == UInt8(ascii: "+") ? .keep : .strip
      }
      end += 1
    }
  }
}
