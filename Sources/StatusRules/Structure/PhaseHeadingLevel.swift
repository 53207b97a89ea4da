import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// The headings of a plan's phases are not of level 3.
struct PhaseHeadingLevel: FileRule {
  static let descriptor = RuleDescriptor(
    name: "phase-heading-level", family: .structure, severity: .warning, fix: .safe,
    summary: "Headings of phases do not have level 3. The heading of a sub-phase may be deeper.",
    rationale: """
      Phases are below the section Implementation Phases, which has level 2. A phase of level 2 ends that \
      section, and programs that search for `### Phase` do not find it. There is one finding for a plan, at the first \
      such heading, because only all of them can move together.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ## «Phase 1: Empty the shelves [NOT STARTED]»
      ## Phase 2: Paint the wall [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  /// The level of a phase's heading.
  private static let level = 3

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, let first = plan.phases.first(where: isWrong) else { return }
    findings.report(
      .phase, .wrongLevel(first.number.label, first.level, count: plan.phases.count(where: isWrong)),
      in: plan.source, at: first.heading, task: context.directories[file.directory].number,
      phase: first.number.label, help: .write(first.number.label),
      fix: fix(for: plan, context.profile.vocabulary))
  }

  private func isWrong(_ phase: Phase) -> Bool {
    phase.level != Self.level && !(phase.isSubPhase && phase.level > Self.level)
  }

  // MARK: Fix

  /// Moves every phase with the headings below it to the right level; nil when that would change what the plan says.
  private func fix(for plan: Plan, _ vocabulary: StatusVocabulary) -> Fix? {
    var edits: [TextEdit] = []
    let phases = plan.phases.filter { $0.parent < 0 && $0.level != Self.level }
    var next = 0
    // The section that a phase of level 2 would come into: only that of the phases will do.
    var isInOther = false
    let outline = MarkdownOutline(plan.source)
    for block in outline.headings.lazy.map({ outline.blocks[$0] }) {
      while next < phases.count, phases[next].range.upper <= block.range.lower { next += 1 }
      guard next < phases.count, phases[next].range.lower <= block.range.lower else {
        if block.level <= 2 { isInOther = block.level == 2 && !isOfPhases(block.text, plan.source) }
        continue
      }
      if isInOther, phases[next].level < Self.level { return nil }
      let level = Int(block.level) + Self.level - phases[next].level
      guard let marks = marks(of: block, in: plan.source), 1...6 ~= level else { return nil }
      edits.append(TextEdit(marks, with: String(repeating: "#", count: level)))
    }
    guard !edits.isEmpty, saysTheSame(plan, after: edits, vocabulary) else { return nil }
    return Fix(
      .safe, "change the headings of phases to level \(Self.level)",
      files: [Fix.FileEdits(path: plan.path, edits: edits)])
  }

  private func isOfPhases(_ heading: ByteRange, _ source: SourceText) -> Bool {
    source.text(heading).lowercased().hasPrefix("implementation phases")
  }

  /// The number signs before a heading's text; nil for an underlined heading.
  private func marks(of block: MarkdownOutline.Block, in source: SourceText) -> ByteRange? {
    let end = block.range.lower + Int(block.level)
    guard end <= block.text.lower,
      source.bytes[block.range.lower..<end].allSatisfy({ $0 == UInt8(ascii: "#") })
    else {
      return nil
    }
    return ByteRange(block.range.lower, end)
  }

  /// Whether the plan has the same phases with the same statuses, fields and extent after the edits.
  private func saysTheSame(_ plan: Plan, after edits: [TextEdit], _ vocabulary: StatusVocabulary) -> Bool {
    guard let after = plan.edited(edits, vocabulary), after.phases.count == plan.phases.count,
      after.marker?.status == plan.marker?.status
    else { return false }
    let ends = shifted(ends(of: plan.phases), by: edits)
    let newEnds = self.ends(of: after.phases)
    return zip(after.phases.indices, ends).allSatisfy { index, end in
      let new = after.phases[index]
      let old = plan.phases[index]
      return new.number == old.number && new.parent == old.parent && new.status == old.status
        && new.fields.count == old.fields.count && newEnds[index] == end && !isWrong(new)
    }
  }

  /// Where the phases end. One whose heading is too deep is below the phase before it, and yet ends that one.
  private func ends(of phases: [Phase]) -> [Int] {
    var nextStart = Int.max
    var ends: [Int] = []
    for phase in phases.reversed() {
      ends.append(min(phase.range.upper, nextStart))
      if phase.parent < 0 { nextStart = phase.range.lower }
    }
    return ends.reversed()
  }

  /// The offsets `ends` once the edits have moved what is after them.
  private func shifted(_ ends: [Int], by edits: [TextEdit]) -> [Int] {
    var shifted = ends
    var next = 0
    var shift = 0
    for index in ends.indices.sorted(by: { ends[$0] < ends[$1] }) {
      while next < edits.count, edits[next].range.upper <= ends[index] {
        shift += edits[next].replacement.count - edits[next].range.count
        next += 1
      }
      shifted[index] += shift
    }
    return shifted
  }
}

extension String {
  fileprivate static func wrongLevel(_ label: String, _ level: Int, count: Int) -> String {
    let one = "the heading of phase \(label) has level \(level), not 3"
    return count == 1 ? one : "\(one); \(count) phase headings of this plan have the wrong level"
  }
  fileprivate static func write(_ label: String) -> String { "use the form `### Phase \(label): …`" }
}
