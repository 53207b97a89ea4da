import StatusDiagnostics

/// What a report needs to know besides the findings; every value comes from the command line or the
/// environment.
package struct ReportOptions: Sendable {
  /// Whether `text` and the statistics may use ANSI colours.
  package var colour: Bool
  /// The terminal's width in columns, at which excerpts are cut; nil where there is no terminal.
  package var width: Int?
  /// Turns a path from the repository root into the one that people should see, in `text` and `concise`; the
  /// formats for machines keep the path from the repository root.
  package var shownPath: @Sendable (String) -> String
  /// Whether `junit` lists every rule that looked at a file, passing ones too.
  package var junitDetailAll: Bool
  /// When the check ran: SOURCE_DATE_EPOCH or the present, in seconds since 1970, UTC.
  package var timestamp: Int
  /// Whether two runs over the same tree must give the same bytes, as SOURCE_DATE_EPOCH asks: times taken are
  /// 0.
  package var reproducible: Bool
  /// Whether GitHub Actions reads the output: no line may then look like one of its commands.
  package var githubActions: Bool
  /// The version of statuslint.
  package var toolVersion: String
  /// Every rule there is: reports take families from here.
  package var rules: [RuleDescriptor]

  /// Options; what is not given is plain: no colour, no terminal, paths as they are.
  package init(
    toolVersion: String, rules: [RuleDescriptor] = [], timestamp: Int, reproducible: Bool = false,
    colour: Bool = false, width: Int? = nil, junitDetailAll: Bool = false, githubActions: Bool = false,
    shownPath: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.toolVersion = toolVersion
    self.rules = rules
    self.timestamp = timestamp
    self.reproducible = reproducible
    self.colour = colour
    self.width = width
    self.junitDetailAll = junitDetailAll
    self.githubActions = githubActions
    self.shownPath = shownPath
  }
}
