import StatusClaims
import StatusText

/// A capability that a proposal lists, in a list below `### New Capabilities` or `### Modified Capabilities`.
struct ProposedCapability {
  let name: String
  let range: ByteRange

  /// The capabilities of `proposal`, in order.
  static func all(in proposal: PlanFile) -> [ProposedCapability] {
    guard let outline = proposal.outline else { return [] }
    let source = proposal.source
    var found: [ProposedCapability] = []
    var isListed = false
    for block in outline.blocks {
      if block.kind == .heading, block.parent < 0 {
        let text = source.text(block.text).lowercased()
        isListed = text == "new capabilities" || text == "modified capabilities"
      } else if isListed, block.kind == .paragraph, block.parent >= 0,
        outline.blocks[Int(block.parent)].parent < 0,
        let range = name(source.bytes, block.range)
      {
        found.append(ProposedCapability(name: source.text(range), range: range))
      }
    }
    return found
  }

  /// The name in backquotes at the beginning of an item, or in bold.
  private static func name(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    var start = range.lower
    while start < range.upper, bytes[start] == UInt8(ascii: "*") { start += 1 }
    guard start < range.upper, bytes[start] == UInt8(ascii: "`") else { return nil }
    let end = bytes.offset(of: UInt8(ascii: "`"), from: start + 1, to: range.upper)
    let name = ByteRange(start + 1, end)
    let isName = bytes[name.indices].allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: "-_/.") }
    return end < range.upper && isName && !name.isEmpty ? name : nil
  }
}
