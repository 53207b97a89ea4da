import StatusModel
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
    file.claims.map { item, claim in
      "\(item.order) \(claim.title.text) \(claim.status.map { Profile.opencode.vocabulary.value($0) } ?? "-")"
    }.sorted() + [file.fault ?? "readable"]
  }

  @Test(arguments: versions.indices) func aVersionSaysTheSameAfterAnyOther(_ before: Int) {
    let profile = Profile.opencode
    for (index, text) in Self.versions.enumerated() {
      var known = KnownEntries(profile)
      _ = known.file(SourceText(path: "specs/state.json", bytes: Array(Self.versions[before].utf8)))
      let file = known.file(SourceText(path: "specs/state.json", bytes: Array(text.utf8)))
      var fresh = KnownEntries(profile)
      let whole = fresh.file(SourceText(path: "specs/state.json", bytes: Array(text.utf8)))
      #expect(says(file) == says(whole), "\(index) after \(before)")
    }
  }
}
