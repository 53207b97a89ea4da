import StatusModel
import StatusText

/// Which texts below headings of plans say nothing of phases: of the next version, only what may say something is read, and
/// what has changed.
struct KnownBodies {
  private struct Body {
    let text: [UInt8]
    let saysNothing: Bool
  }

  /// By a hash of their first bytes and their lengths.
  private var bodies: [UInt64: Body] = [:]
  /// How many bytes they have.
  private var size = 0
  private let profile: Profile

  /// When bodies have more bytes, they are forgotten.
  private static let mostBytes = 1 << 19

  /// No text yet.
  init(_ profile: Profile) { self.profile = profile }

  /// The plan that `source` is. It says the same as if it had been read whole.
  mutating func file(_ source: SourceText) -> HistoricFile {
    let (text, headings) = cut(source.bytes)
    let short = SourceText(path: source.path, bytes: text)
    guard let file = PlanBody.plan(short, headings: headings, vocabulary: profile.vocabulary) else {
      return HistoricFile(.plan, source, profile)
    }
    return HistoricFile(file, file.itemClaims, profile)
  }

  /// `bytes` with an empty line in the place of each body that says nothing, and where the headings of these are.
  private mutating func cut(_ bytes: [UInt8]) -> (text: [UInt8], headings: [Int]) {
    var text: [UInt8] = []
    var headings: [Int] = []
    var taken = 0
    var next = MarginHeading(firstIn: bytes)
    while let heading = next {
      next = MarginHeading(from: heading.start + 1, in: bytes)
      let start = bytes.nextLine(after: bytes.lineEnd(from: heading.start))
      let end = next?.start ?? bytes.count
      guard heading.level > 2 || heading.level == 2 && !isMetadata(heading, in: bytes), start < end,
        saysNothing(start..<end, of: bytes)
      else { continue }
      headings.append(text.count + heading.start - taken)
      text += bytes[taken..<start]
      text.append(ASCII.lineFeed)
      taken = end
    }
    text += bytes[taken...]
    return (text, headings)
  }

  private func isMetadata(_ heading: MarginHeading, in bytes: [UInt8]) -> Bool {
    let line = bytes[heading.start..<bytes.lineEnd(from: heading.start)]
    return line.indices.contains { ASCII.begins(bytes, at: $0, before: line.endIndex, with: "metadata") }
  }

  private mutating func saysNothing(_ place: Range<Int>, of bytes: [UInt8]) -> Bool {
    var hash = FNV1a(bytes[place.prefix(Self.hashed)])
    for shift in [0, 8, 16, 24] { hash.add(byte: UInt8(truncatingIfNeeded: place.count >> shift)) }
    if let known = bodies[hash.value], known.text.count == place.count,
      bytes.has(known.text, at: place.lowerBound)
    {
      return known.saysNothing
    }
    let text = Array(bytes[place])
    let saysNothing = PlanBody.saysNothing(text, vocabulary: profile.vocabulary)
    size += text.count
    if size > Self.mostBytes { (bodies, size) = ([:], text.count) }
    bodies[hash.value] = Body(text: text, saysNothing: saysNothing)
    return saysNothing
  }

  /// So many bytes tell most texts apart.
  private static let hashed = 64
}
