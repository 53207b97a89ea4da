import StatusDiagnostics

/// The settings of a report, from the command line or the environment.
package struct ReportOptions: Sendable {
  /// Whether `text` and the statistics may use ANSI colors.
  package var color: Bool
  /// The width of the terminal in columns, for excerpts; nil if there is no terminal.
  package var width: Int?
  /// Converts a path relative to the repository root to the path that people see, in `text` and `concise`.
  /// Formats for programs keep the original path.
  package var shownPath: @Sendable (String) -> String
  /// The bytes of a path relative to the repository root, for formats that write it as a URI.
  package var pathBytes: @Sendable (String) -> [UInt8]
  /// Whether `junit` lists every rule that checked a file, including passing ones.
  package var junitDetailAll: Bool
  /// The time of the check: SOURCE_DATE_EPOCH or the current time, in seconds since 1970, UTC.
  package var timestamp: Int
  /// Whether two checks of the same tree must give the same bytes, as SOURCE_DATE_EPOCH requests; durations
  /// are then 0.
  package var reproducible: Bool
  /// Whether GitHub Actions reads the output; no line may then look like a workflow command.
  package var githubActions: Bool
  /// The version of statuslint.
  package var toolVersion: String
  /// Every rule, for the families in reports.
  package var rules: [RuleDescriptor]

  /// Options. The defaults are plain: no colors, no terminal, unchanged paths.
  package init(
    toolVersion: String, rules: [RuleDescriptor] = [], timestamp: Int, reproducible: Bool = false,
    color: Bool = false, width: Int? = nil, junitDetailAll: Bool = false, githubActions: Bool = false,
    shownPath: @escaping @Sendable (String) -> String = { $0 },
    pathBytes: @escaping @Sendable (String) -> [UInt8] = { Array($0.utf8) }
  ) {
    self.toolVersion = toolVersion
    self.rules = rules
    self.timestamp = timestamp
    self.reproducible = reproducible
    self.color = color
    self.width = width
    self.junitDetailAll = junitDetailAll
    self.githubActions = githubActions
    self.shownPath = shownPath
    self.pathBytes = pathBytes
  }

  /// The families of all rules, by name.
  var families: [String: RuleFamily] {
    Dictionary(rules.map { ($0.name, $0.family) }, uniquingKeysWith: { first, _ in first })
  }
}
