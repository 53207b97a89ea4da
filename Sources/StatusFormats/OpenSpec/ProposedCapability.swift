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
    let name = capability(bytes, ByteRange(start + 1, end))
    // What has an ending is a file of the code.
    let isName = bytes[name.indices].allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: "-_/") }
    return end < range.upper && isName && !name.isEmpty ? name : nil
  }

  /// The capability in the path of its spec: `auth` of `openspec/specs/auth/spec.md`.
  private static func capability(_ bytes: [UInt8], _ text: ByteRange) -> ByteRange {
    var (lower, upper) = (text.lower, text.upper)
    for start: StaticString in ["openspec/", "specs/"]
    where ASCII.begins(bytes, at: lower, before: upper, with: start) {
      lower += start.utf8CodeUnitCount
    }
    let file = Array("/spec.md".utf8)
    if bytes[lower..<upper].suffix(file.count).elementsEqual(file) { upper -= file.count }
    if upper > lower, bytes[upper - 1] == UInt8(ascii: "/") { upper -= 1 }
    return ByteRange(lower, upper)
  }
}
