import StatusModel
import StatusTestSupport

@testable import StatusHistory

/// The versions of a file, each of which is the one before with some lines removed, added, replaced or repeated elsewhere.
struct RandomVersions {
  private var random: SplitMix64
  private let pool: [String]
  private let block: (inout SplitMix64) -> [String]
  private var lines: [String] = []

  /// Versions of `lines`, and as many times of what `block` makes.
  init(seed: UInt64, lines: [String], block: @escaping (inout SplitMix64) -> [String]) {
    random = SplitMix64(seed: seed)
    pool = lines
    self.block = block
    for _ in 0..<Int.random(in: 0...20, using: &random) { self.lines += some() }
  }

  private mutating func some() -> [String] {
    Bool.random(using: &random) ? block(&random) : [pool.randomElement(using: &random) ?? ""]
  }

  /// The next version.
  mutating func next() -> String {
    let place = Int.random(in: 0...lines.count, using: &random)
    let end = min(lines.count, place + Int.random(in: 0...4, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.removeSubrange(place..<end)
    case 1: lines.insert(contentsOf: some(), at: place)
    case 2: lines.replaceSubrange(place..<end, with: some())
    default: lines.insert(contentsOf: lines[place..<end], at: Int.random(in: 0...lines.count, using: &random))
    }
    let mark = Int.random(in: 0..<20, using: &random) == 0 ? "\u{FEFF}" : ""
    let lineEnd = ["\n", "\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    return mark + lines.joined(separator: lineEnd)
  }
}

extension HistoricFile {
  /// All that it says.
  var said: [String] {
    let vocabulary = Profile.opencode.vocabulary
    let claims = claims.elements.map { item, claim in
      let status = claim.status.map { vocabulary.value($0) } ?? "-"
      return
        "\(item) \(claim.title.text) \(status) \(claim.started?.timestamp.shown ?? "-") \(claim.plan ?? "-")"
    }
    let told = (0..<15).map { Status(code: $0) }.map { task in
      progress.map { "\($0.agrees(with: task)) \(vocabulary.value($0.claim(against: task)))" } ?? "-"
    }
    return claims.sorted() + told + [fault ?? "readable", "\(isMalformed)", "\(hiddenTasks.sorted())"]
  }
}
