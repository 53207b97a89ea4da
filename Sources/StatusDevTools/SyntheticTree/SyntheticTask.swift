import StatusModel

/// Everything that the files of a synthetic tree say of one task; each file is a view of it, so they agree.
struct SyntheticTask {
  let number: Int
  let title: String
  /// The title in snake case: state.json's project_name and the end of the directory's name.
  let slug: String
  let status: SyntheticStatus
  let isArchived: Bool
  /// High, Medium or Low.
  let priority: String
  let language: String
  let kind: String
  let hours: Int
  /// The numbers of the tasks that it depends on, ascending.
  let dependencies: [Int]
  let history: SyntheticHistory
  /// The phases of its plan; none when it has no plan.
  let phases: [SyntheticPhase]
  /// How many versions of the plan there are; the last is the current one.
  let planVersions: Int
  let hasReport: Bool
  let hasSummary: Bool
  /// Why it is blocked or abandoned.
  let reason: String?

  /// `NNN_slug`.
  var directoryName: String { ProjectDirectory.standardName(number, slug: slug) }

  /// Its directory, from the repository root.
  var directory: String { (isArchived ? "specs/archive/" : "specs/") + directoryName }

  /// Whether it has come to its first artifact, with which its directory is made.
  var hasDirectory: Bool { hasReport || planVersions > 0 }

  /// Its report's path in its directory; nil when there is none.
  func report(_ profile: SyntheticProfile) -> String? {
    guard hasReport else { return nil }
    return profile == .opencode ? "reports/research-001.md" : "reports/01_\(shortSlug).md"
  }

  /// The paths of its plan's versions in its directory, the current one last.
  func plans(_ profile: SyntheticProfile) -> [String] {
    (0..<planVersions).map {
      profile == .opencode ? "plans/implementation-00\($0 + 1).md" : "plans/0\($0 + 1)_\(shortSlug).md"
    }
  }

  /// Its summary's path in its directory; nil when there is none.
  func summary(_ profile: SyntheticProfile) -> String? {
    guard hasSummary else { return nil }
    let date = history.lastUpdated.compactDate
    return profile == .opencode
      ? "summaries/implementation-summary-\(date).md" : "summaries/01_\(shortSlug)-summary.md"
  }

  /// The slug's first words, as artifacts are named in the newer dialect.
  private var shortSlug: String { slug.split(separator: "_").prefix(3).joined(separator: "-") }
}
