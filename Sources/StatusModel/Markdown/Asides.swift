import StatusText

/// The stretches of a line that are not a part of what it says: HTML comments, and what is struck through.
struct Asides {
  private var ranges: [ByteRange] = []

  /// The asides of a heading. A title that is struck through as a whole is still the title, with its marker.
  init(inHeading text: ByteRange, of bytes: [UInt8]) {
    guard bytes[text.indices].contains(where: { $0 == Self.angle || $0 == Self.tilde }) else { return }
    // The title of a task is without the tildes around it.
    let start = text.lower - bytes[..<text.lower].reversed().prefix { $0 == Self.tilde }.count
    let end = text.upper + bytes[text.upper...].prefix { $0 == Self.tilde }.count
    var offset = start
    // Where nothing closes the first of a kind, nothing closes a later one.
    var unclosed: Set<UInt8> = []
    while offset < end {
      let first = bytes[offset]
      guard !unclosed.contains(first), Self.opens(at: offset, to: end, in: bytes) else {
        offset += 1
        continue
      }
      guard let close = Self.end(at: offset, to: end, in: bytes) else {
        unclosed.insert(first)
        continue
      }
      if first == Self.angle || Self.isAfterTitle(offset, from: start, in: bytes) {
        ranges.append(ByteRange(offset, close))
      }
      offset = close
    }
  }

  /// Whether `range` is in one.
  func contain(_ range: ByteRange) -> Bool { ranges.contains { $0.contains(range) } }

  /// The end of the aside that begins at `offset`; nil if none does.
  static func end(at offset: Int, to end: Int, in bytes: [UInt8]) -> Int? {
    guard opens(at: offset, to: end, in: bytes) else { return nil }
    let isComment = bytes[offset] == angle
    let closing: StaticString = isComment ? "-->" : "~~"
    var next = offset + (isComment ? 4 : 2)
    while next < end {
      if ASCII.begins(bytes, at: next, before: end, with: closing) { return next + closing.utf8CodeUnitCount }
      next += 1
    }
    return nil
  }

  private static func opens(at offset: Int, to end: Int, in bytes: [UInt8]) -> Bool {
    ASCII.begins(bytes, at: offset, before: end, with: "<!--")
      || ASCII.begins(bytes, at: offset, before: end, with: "~~")
  }

  /// Whether words come before `offset`, and not only those that introduce a title: `Phase 2:`.
  private static func isAfterTitle(_ offset: Int, from start: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[start..<offset].last { !ASCII.isBlank($0) && $0 != UInt8(ascii: "*") }
    return before.map { $0 != UInt8(ascii: ":") } ?? false
  }

  private static let angle = UInt8(ascii: "<")
  private static let tilde = UInt8(ascii: "~")
}
