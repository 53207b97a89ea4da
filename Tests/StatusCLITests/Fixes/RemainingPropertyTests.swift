import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestSupport
import StatusTestTrees
import Testing

/// `check` and the one definition of what remains of a plan agree, for plans that are made at random: with sub-phases,
/// phases that were abandoned, ranges, and headings that cannot be read.
@Suite struct RemainingPropertyTests {
  /// A phase of a made plan.
  private struct Made {
    var label: String
    var status: Status
    /// Its parts, each with a status or with none.
    var parts: [(label: String, status: Status?)] = []
    var isReadable = true
  }

  /// How many plans of each shape were compared, and how many fixes would have promoted one.
  private struct Seen {
    var parts = 0
    var ranges = 0
    var abandoned = 0
    var unreadable = 0
    var promotions = 0

    mutating func add(_ phases: [Made]) {
      parts += phases.contains { !$0.parts.isEmpty } ? 1 : 0
      ranges += phases.contains { $0.label.contains("-") } ? 1 : 0
      abandoned += phases.contains { $0.status == .abandoned } ? 1 : 0
      unreadable += phases.contains { !$0.isReadable } ? 1 : 0
    }
  }

  private static let statuses: [Status] = [
    .completed, .completed, .completed, .completed, .abandoned, .notStarted, .inProgress, .blocked,
  ]

  private static func make(_ random: inout SplitMix64) -> [Made] {
    var phases: [Made] = []
    var next = 1
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let width = Int.random(in: 0..<6, using: &random) == 0 ? 2 : 0
      let label = width == 0 ? "\(next)" : "\(next)-\(next + width)"
      var phase = Made(label: label, status: statuses.randomElement(using: &random) ?? .completed)
      for part in 0..<max(0, Int.random(in: -3...2, using: &random)) {
        let status = Int.random(in: 0..<3, using: &random) == 0 ? nil : statuses.randomElement(using: &random)
        phase.parts.append(("\(next).\(part + 1)", status))
      }
      phase.isReadable = Int.random(in: 0..<25, using: &random) > 0
      phases.append(phase)
      next += width + 1
    }
    return phases
  }

  private static func text(_ phases: [Made], status: String, _ words: StatusVocabulary) -> String {
    var text = "# Plan\n\n- **Task**: 1 - T\n- **Status**: \(status)\n\n## Implementation Phases\n"
    for phase in phases {
      let plural = phase.label.contains("-") ? "s" : ""
      let number = phase.isReadable ? phase.label : "#\(phase.label.prefix { $0 != "-" })"
      text += "\n### Phase\(phase.isReadable ? plural : "") \(number): Step \(words.marker(phase.status))\n"
      for part in phase.parts {
        text += "\n#### Phase \(part.label): Part\(part.status.map { " " + words.marker($0) } ?? "")\n"
      }
    }
    return text
  }

  @Test("check and the definition of remaining agree", arguments: [Profile.opencode, .claude])
  func agree(profile: Profile) throws {
    var random = SplitMix64(seed: 104_729)
    var seen = Seen()
    for index in 0..<400 {
      let phases = Self.make(&random)
      seen.add(phases)
      let isReadable = phases.allSatisfy(\.isReadable)
      func isOpen(_ status: Status) -> Bool { status != .completed && status != .abandoned }
      let openParts = phases.flatMap { phase in
        phase.parts.filter { $0.status.map(isOpen) ?? false }.map { (part: $0.label, of: phase.status) }
      }
      let isEnded = phases.allSatisfy { !isOpen($0.status) } && openParts.isEmpty
      let mayBeCompleted = isReadable && isEnded && phases.contains { $0.status == .completed }

      let completed = try findings(Self.text(phases, status: "[COMPLETED]", profile.vocabulary), profile)
      let isRefused = completed.contains { $0.rule == "plan-status-mismatch" }
      #expect(isRefused == (isReadable && !mayBeCompleted), "plan \(index): \(phases)")
      let reported = completed.filter { $0.rule == "open-subphase" }.compactMap(\.phase)
      let expected = isReadable ? openParts.filter { $0.of == .completed }.map(\.part) : []
      #expect(reported == expected, "plan \(index): \(phases)")
      #expect(completed.contains { $0.rule == "malformed-plan" } == !isReadable, "plan \(index): \(phases)")

      let begun = try findings(Self.text(phases, status: "[IN PROGRESS]", profile.vocabulary), profile)
      let isPromoted = begun.contains { $0.fix?.description.contains("[COMPLETED]") ?? false }
      #expect(!isPromoted || mayBeCompleted, "plan \(index): \(phases)")
      seen.promotions += isPromoted ? 1 : 0
    }
    #expect(
      [seen.parts, seen.ranges, seen.abandoned, seen.unreadable, seen.promotions].allSatisfy { $0 > 20 },
      "\(seen)")
  }

  private func findings(_ plan: String, _ profile: Profile) throws -> [Finding] {
    let tree = MemoryTree(
      files: [
        "specs/TODO.md": Array(
          "# TODO\n\n### 1. T\n- **Effort**: 1 hour\n- **Status**: [IMPLEMENTING]\n- **Language**: a\n".utf8),
        "specs/state.json": Array(
          #"{"active_projects": [{"project_number": 1, "project_name": "t", "status": "implementing"}]}"#.utf8
        ),
        "specs/001_t/plans/implementation-001.md": Array(plan.utf8),
      ],
      profile: profile, now: try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp))
    return tree.findings()
  }
}
