import StatusModel
import StatusTestSupport
import StatusText
import Testing

@testable import StatusHistory

/// What is known of the version before never changes what a version says.
struct KnownEntriesTests {
  private static func entry(_ number: Int, _ status: String, _ more: String = "") -> String {
    """
        {
          "project_number": \(number),
          "project_name": "task_\(number)",\(more)
          "status": "\(status)"
        }
    """
  }

  private static func registry(_ entries: [String], closed: String = "", date: Int = 1) -> String {
    """
    {
      "_last_updated": "2026-01-1\(date)T10:00:00Z",
      "active_projects": [
    \(entries.joined(separator: ",\n"))
      ]\(closed)
    }
    """
  }

  private static let versions: [String] = [
    registry([entry(1, "planned"), entry(2, "planned"), entry(3, "planned")]),
    registry([entry(1, "planned"), entry(2, "implementing"), entry(3, "planned")], date: 2),
    registry([entry(3, "planned"), entry(1, "planned"), entry(2, "implementing")]),
    registry([entry(4, "not_started"), entry(1, "planned"), entry(3, "completed")]),
    // The first of two entries for one task counts.
    registry([entry(1, "planned"), entry(1, "blocked"), entry(3, "completed")]),
    registry([entry(1, "blocked"), entry(1, "planned")]),
    // An open task is claimed before a closed one.
    registry(
      [entry(1, "planned")],
      closed: ",\n  \"completed_projects\": [{\"project_number\": 1, \"status\": \"completed\"}]"),
    // The entry is elsewhere: no longer an open task.
    registry([], closed: ",\n  \"completed_projects\": [\n\(entry(1, "planned"))\n]"),
    registry([], closed: ",\n  \"abandoned_projects\": [\n\(entry(1, "planned"))\n]"),
    // The list says how a task ended that does not say it itself.
    registry(
      [], closed: ",\n  \"completed_projects\": [{\"project_number\": 5}, {\"project_number\": 6}, 7]"),
    registry(
      [], closed: ",\n  \"abandoned_projects\": [{\"project_number\": 5}, {\"project_number\": 6}, 7]"),
    registry([], closed: ",\n  \"archived_tasks\": [{\"project_number\": 5}, {\"project_number\":0}]"),
    registry([], closed: ",\n  \"archived_tasks\": [{\"project_number\":0}, {\"project_number\": 5}]"),
    registry(["{\"project_number\":0}", "{}", entry(1, "planned")]),
    registry([], closed: ",\n  \"notes\": [\n\(entry(1, "planned"))\n]"),
    // Broken: nothing is said.
    registry([entry(1, "planned"), "{"]),
    "\(entry(1, "planned")) \(entry(1, "planned"))",
    // In a string, an entry is text.
    registry(["{\"project_number\": 9, \"status\": \"{\\\"project_number\\\": 1}\"}", entry(1, "planned")]),
    registry([entry(1, "planned", "\n      \"x\": [{}, \(entry(2, "planned"))],"), entry(2, "completed")]),
    "", "[]", "{}",
  ]

  private func says(_ file: HistoricFile) -> [String] {
    file.claims.elements.map { item, claim in
      "\(item) \(claim.title.text) \(claim.status.map { Profile.opencode.vocabulary.value($0) } ?? "-")"
    }.sorted() + [file.fault ?? "readable"]
  }

  @Test(arguments: versions.indices, [TrackedFile.Kind.registry, .archiveRegistry])
  func aVersionSaysTheSameAfterAnyOther(_ before: Int, _ kind: TrackedFile.Kind) {
    for (index, text) in Self.versions.enumerated() {
      var known = KnownEntries(kind, .opencode)
      _ = known.file(source(Self.versions[before]))
      let whole = HistoricFile(kind, source(text), .opencode)
      #expect(says(known.file(source(text))) == says(whole), "\(index) after \(before)")
    }
  }

  private func source(_ text: String) -> SourceText {
    SourceText(path: "specs/state.json", bytes: Array(text.utf8))
  }

  private static let lists = [
    "active_projects", "completed_projects", "abandoned_projects", "archived_tasks",
  ]

  /// A registry as a random program would write it.
  private static func random(_ records: [String: [String]]) -> String {
    let members = records.sorted { $0.key < $1.key }.map { "\"\($0)\": [\n\($1.joined(separator: ",\n"))\n]" }
    return "{\n\(members.joined(separator: ",\n"))\n}"
  }

  private static func record(_ random: inout SplitMix64) -> String {
    let number = Int.random(in: 0...9, using: &random)
    let more = ["", "\n      \"completed\": \"2026-01-01T00:00:00Z\",", "\n      \"x\": {},"]
    return [
      entry(number, "planned", more.randomElement(using: &random) ?? ""), entry(number, "completed"),
      "{\"project_number\": \(number), \"project_name\": \"task_\(number)\"}", "\(number)", "{}",
      "{\"project_number\":0}",
    ].randomElement(using: &random) ?? ""
  }

  @Test(arguments: UInt64(0)..<100, [TrackedFile.Kind.registry, .archiveRegistry])
  func versionsSayTheSameAsFilesReadWhole(_ seed: UInt64, _ kind: TrackedFile.Kind) {
    var random = SplitMix64(seed: seed)
    var known = KnownEntries(kind, .opencode)
    var records: [String: [String]] = [:]
    for _ in 0..<30 {
      let list = Self.lists.randomElement(using: &random) ?? ""
      var changed = records[list] ?? []
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where !changed.isEmpty: changed.removeFirst()
      case 1 where !changed.isEmpty: changed[changed.count / 2] = Self.record(&random)
      case 2: changed += records[Self.lists.randomElement(using: &random) ?? ""] ?? []
      default: changed.insert(Self.record(&random), at: Int.random(in: 0...changed.count, using: &random))
      }
      records[list] = changed
      let text = Self.random(records)
      #expect(known.file(source(text)).said == HistoricFile(kind, source(text), .opencode).said, "\(text)")
    }
  }
}
