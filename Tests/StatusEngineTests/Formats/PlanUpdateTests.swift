import Foundation
import StatusClaims
import StatusDiagnostics
import StatusEngine
import StatusTestSupport
import StatusTestTrees
import StatusText
import Testing

/// Random moves of whatever the trees of other formats keep.
@Suite struct PlanUpdateTests {
  private static let corpus = "\(Project.directory)/Corpus"
  private static let shared = "\(Project.directory)/../shared/corpora/formats"

  /// The trees of the corpus, by their directories.
  private static let cases: [String] = {
    let enumerator = FileManager.default.enumerator(atPath: corpus)
    let paths = enumerator?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      (path.hasPrefix("formats/") || path.hasPrefix("sync/")) && path.hasSuffix("/before")
    }.sorted()
  }()

  /// The real trees beside the checkout.
  private static let trees: [String] = {
    let files = FileManager.default
    let groups = (try? files.contentsOfDirectory(atPath: shared)) ?? []
    return groups.flatMap { group in
      ((try? files.contentsOfDirectory(atPath: "\(shared)/\(group)")) ?? []).map { "\(group)/\($0)" }
    }.filter { !$0.hasSuffix(".json") }.sorted()
  }()

  @Test("moves in the trees of the corpus make nothing worse")
  func movesInTheCorpus() throws {
    var outcome = Outcome()
    for path in Self.cases {
      let files = try MemoryTree.files(below: "\(Self.corpus)/\(path)")
      try outcome.add(Self.moves(in: files, path, count: 60))
    }
    // Most moves are possible, and not all of them.
    #expect(outcome.made > 300 && outcome.refused > 100, "\(outcome)")
  }

  @Test(
    "moves in real trees make nothing worse", .enabled(if: !trees.isEmpty, "needs ../shared/corpora"),
    arguments: trees)
  func movesInRealTrees(path: String) throws {
    let files = try MemoryTree.files(below: "\(Self.shared)/\(path)")
    _ = try Self.moves(in: files, path, count: 12)
  }

  /// What became of the moves.
  private struct Outcome {
    var made = 0
    var refused = 0

    mutating func add(_ other: Outcome) {
      made += other.made
      refused += other.refused
    }
  }

  private static func moves(in files: [String: [UInt8]], _ name: String, count: Int) throws -> Outcome {
    var outcome = Outcome()
    var random = SplitMix64(seed: UInt64(name.utf8.reduce(7) { ($0 &* 31 &+ UInt64($1)) }))
    for root in MemoryTree(files: files, now: .seconds(1_780_000_000)).otherFormats() {
      var root = root
      for _ in 0..<count {
        let subjects = root.snapshot.subjects
        guard let subject = subjects.all.randomElement(using: &random),
          let word = subject.statuses.words.randomElement(using: &random),
          subjects.named(subject.id).count == 1
        else { continue }
        var move = PlanMove(subject, to: word)
        move.includesParts = (word.stage == .done || word.stage == .closed) && Bool.random(using: &random)
        let update = PlanUpdate(move, in: root)
        #expect(update.refusals.isEmpty || update.files.isEmpty)
        outcome.refused += update.refusals.isEmpty ? 0 : 1
        if update.files.isEmpty { continue }
        outcome.made += 1
        let place = "\(name): \(subject.id) -> \(word.text)"
        root = try made(update, in: root, place)
      }
    }
    return outcome
  }

  /// The root after an update, which is held to what it promises.
  private static func made(_ update: PlanUpdate, in root: PlanInspection, _ place: String) throws
    -> PlanInspection
  {
    var changed: [String: [UInt8]] = [:]
    for file in update.files {
      #expect(file.edits.applied(to: file.original ?? []) == file.bytes, "\(place)")
      changed[file.path] = file.bytes
    }
    let after = root.updating(changed)
    let known = troubles(root, in: changed)
    for (trouble, count) in troubles(after, in: changed) where count > known[trouble] ?? 0 {
      Issue.record("\(place): \(trouble)")
    }
    let moved = try #require(after.snapshot.subjects.named(update.move.subject.id).first, "\(place)")
    #expect(moved.status == update.move.status.text, "\(place)")
    var again = PlanMove(moved, to: update.move.status)
    again.includesParts = update.move.includesParts
    #expect(PlanUpdate(again, in: after).files.isEmpty, "\(place)")
    return after
  }

  /// How many errors and warnings there are of each kind that have a place in files, but for those that a move may make.
  private static func troubles(_ root: PlanInspection, in files: [String: [UInt8]]) -> [String: Int] {
    root.findings.filter { finding in
      (finding.severity == .error || finding.severity == .warning)
        && !root.snapshot.format.bearable.contains(finding.rule)
        && ([finding.location].compactMap(\.self) + finding.related.map(\.location)).contains {
          files[$0.path] != nil
        }
    }.reduce(into: [:]) { $0["\($1.rule) \($1.evidence)", default: 0] += 1 }
  }
}
