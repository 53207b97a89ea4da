import StatusTestSupport
import StatusText
import Testing

@testable import StatusModel

/// Whatever the bytes, every parser answers, and its ranges lie within the file.
struct MutationTests {
  private static let list = """
    ---
    next_project_number: 3
    ---
    # TODO
    ### 1. Dig [PLANNED]
    - **Status**: [COMPLETED] - *done*
    - **Started**: 2026-01-02
    - **Plan**: [specs/001_dig/plans/implementation-001.md]
    - **Dependencies**: Task 2, #3 (later)
    ### Task 2: Sow
     **Status**: Not Started
      - x [y](z.md)
     **Blocked**: 2026-13-45, Reason: frost
    """
  private static let plan = """
    # Plan
    - **Task**: 1 - Dig
    - **Status**: [IN PROGRESS]
    ## Implementation Phases
    ### Phase 1: Dig [COMPLETED] ✅
    (Started: 2026-01-02T10:00:00Z, Completed: 2026-01-02T11:00:00+00:00Z)
    ### Phase 2.1: Sow
    [BLOCKED]
    - **Depends on**: 1, 2-4
    - **Blocked**: TBD, Reason: frost
    #### Phase 6A–C [DONE
    """
  private static let state = """
    {"next_project_number": 3, "active_projects": [{"project_number": "1", "project_name": "dig", "status":
    "in_progress", "started": null, "completed_at": "2026-01-02", "artifacts": ["a", {"path": "b"}], "plans": {}}],
    "completed_projects": [2, {"project_number": 9}]}
    """

  @Test(arguments: [
    (TrackedFile.Kind.taskList, list), (.plan, plan), (.registry, state), (.projectState, state),
  ])
  func mutated(_ kind: TrackedFile.Kind, _ text: String) {
    var random = SplitMix64(seed: 11)
    let original = Array(text.utf8)
    for _ in 0..<1500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      let file = TrackedFile(
        kind: kind, directory: 0, source: SourceText(path: "specs/a.md", bytes: bytes),
        vocabulary: Profile.claude.vocabulary)
      for task in file.taskList?.tasks ?? [] {
        #expect(task.range.upper <= bytes.count && task.fields.allSatisfy { $0.region.upper <= bytes.count })
      }
      for phase in file.plan?.phases ?? [] { #expect(phase.range.upper <= bytes.count) }
      for entry in file.registry?.entries ?? [] { #expect(entry.range.upper <= bytes.count) }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return bytes = [0x5B] }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(Array("[]()*:#-\n\t \"{}".utf8).randomElement(using: &random) ?? 0, at: place)
    default: bytes.insert(contentsOf: bytes[place..<min(place + 20, bytes.count)], at: 0)
    }
  }
}
