import StatusDiagnostics
import StatusModel

/// All keys of a configuration, with the names that are valid in this program.
package struct ConfigurationKeys: Sendable {
  /// The keys, in the order in which they are documented.
  package let all: [ConfigurationKey]

  /// The keys, in which `names` are valid.
  package init(_ names: ConfigurationNames) {
    all = Self.files + Self.rules(names) + Self.standard(names) + Self.runs(names)
  }

  /// The form of a whole file.
  package var form: ValueForm {
    .members(all.map { ValueForm.MemberForm($0.name.rawValue, $0.form, $0.summary) })
  }

  /// What a file is.
  private static let files = [
    ConfigurationKey(
      .schema, .text(.schema),
      "The JSON Schema of this file, for editors: `statuslint schema configuration` prints it.",
      example: "\"statuslint.schema.json\""),
    ConfigurationKey(
      .extends, .text(.extended),
      "Another configuration file of the repository, whose settings hold where this one has none.",
      example: "\"config/statuslint.json\""),
  ]

  /// Which rules run.
  private static func rules(_ names: ConfigurationNames) -> [ConfigurationKey] {
    let rule = ValueForm.word(
      WordForm(
        "a rule or family", "rules and families", names.selections,
        listing: "`statuslint rules` lists all rules"))
    let level = ValueForm.word(WordForm("a severity", "severities", Severity.allCases.reversed().map(\.name)))
    return [
      ConfigurationKey(
        .select, .list(rule, isNeeded: true), "The rules and families that run; all by default.",
        example: "[\"all\"]"),
      ConfigurationKey(
        .ignore, .list(rule), "The rules and families that do not run.", example: "[\"unlinked-artifact\"]"),
      ConfigurationKey(
        .severity, .map(rule, level), "The severity of a rule or family.",
        example: "{\"skipped-phase\": \"error\", \"artifacts\": \"info\"}"),
      ConfigurationKey(
        .perPath,
        .list(
          .members([
            .init(
              "paths", .several(.text(.pattern)), isRequired: true,
              "Patterns for paths from the repository root."),
            .init("select", .list(rule), "Rules and families that also run in these files."),
            .init("ignore", .list(rule), "Rules and families that do not run in these files."),
            .init("severity", .map(rule, level), "The severity of a rule or family in these files."),
          ])), "Other rules and severities for some files; later entries go before earlier ones.",
        example: "[{\"paths\": \"specs/0*/**\", \"ignore\": [\"timestamps\"]}]"),
    ]
  }

  /// How a profile is changed.
  private static func standard(_ names: ConfigurationNames) -> [ConfigurationKey] {
    let form = ValueForm.several(
      .word(WordForm("a form of timestamps", "forms of timestamps", ["date", "full"])))
    return [
      ConfigurationKey(
        .profile, .word(WordForm("a profile", "profiles", names.profiles)),
        "The standard that the trees follow; auto finds out.", example: "\"opencode\""),
      ConfigurationKey(
        .statuses,
        .map(
          .text(.marker),
          .members([
            .init(
              "kind", .word(WordForm("a kind", "kinds", StatusKind.allCases.map(\.rawValue))),
              isRequired: true,
              "What the status means for the work."),
            .init(
              "value", .text(.stateValue),
              "Its value in state files; by default the marker in small letters with underscores."),
            .init("spellings", .list(.text(.spelling)), "Other spellings of the marker."),
            .init("taskOnly", .flag, "Whether plans and phases cannot have it."),
          ])), "Statuses of the project's own, by marker.", example: "{\"ON HOLD\": {\"kind\": \"waiting\"}}"),
      ConfigurationKey(
        .transitions, .map(.text(.status), .several(.text(.statusOrRemoval))),
        "The statuses that may follow a status, besides those of the profile; a hyphen before a status takes it away.",
        example: "{\"in_progress\": [\"on_hold\", \"-blocked\"], \"on_hold\": \"in_progress\"}"),
      ConfigurationKey(
        .timestamps,
        .members(
          TimestampClaim.Place.allCases.map { .init($0.settingName, form, $0.settingSummary) }),
        "The forms that timestamps may have in each place; if both may be, writers use the full form where they know the time.",
        example: "{\"task\": \"full\", \"lastUpdated\": [\"date\", \"full\"]}"),
      ConfigurationKey(
        .taskPrefix, .text(.prefix),
        "How the names of new task directories begin, before the number.", example: "\"OC_\""),
      ConfigurationKey(
        .authority,
        .list(.word(WordForm("a file", "files", Profile.Authority.allCases.map(\.fileName))), isNeeded: true),
        "The file to trust when two disagree and nothing else decides; the others follow.",
        example: "[\"state.json\", \"TODO.md\"]"),
    ]
  }

  /// What a run does.
  private static func runs(_ names: ConfigurationNames) -> [ConfigurationKey] {
    let format = ValueForm.word(WordForm("a format", "formats", names.formats))
    return [
      ConfigurationKey(
        .roots, .list(.text(.path), isNeeded: true), "The trees to use if no path is given.",
        example: "[\"specs\", \"tools/specs\"]"),
      ConfigurationKey(
        .archive, .flag, "Whether plans and state files of archived tasks are checked too.", example: "true"),
      ConfigurationKey(.sizeLimit, .size, "Larger files are not read.", example: "\"16M\""),
      ConfigurationKey(
        .formats, OwnFormatForm.all, "Formats of plans of the project's own, by name.",
        example: OwnFormatForm.example),
      ConfigurationKey(
        .baseline, .text(.path), "The file of findings that do not count.",
        example: "\"specs.baseline.jsonl\""),
      ConfigurationKey(
        .reports,
        .list(
          .members([
            .init("format", format, isRequired: true, "The format of the report."),
            .init("path", .text(.path), isRequired: true, "The file that it is written to."),
          ])), "Reports that a check writes besides standard output.",
        example: "[{\"format\": \"junit\", \"path\": \"build/statuslint.xml\"}]"),
      ConfigurationKey(
        .failOn,
        .word(
          WordForm("a severity, or never", "severities and never", ["error", "warning", "info", "never"])),
        "A check exits with 1 for findings of at least this severity.", example: "\"error\""),
      ConfigurationKey(
        .log, .text(.path), "The file to which each update of a task appends a line.",
        example: "\"statuslint.log.jsonl\""),
    ]
  }
}

extension TimestampClaim.Place {
  /// The name of the place in a configuration.
  package var settingName: String {
    switch self {
    case .taskField: "task"
    case .phaseField: "phase"
    case .statusChange: "statusChange"
    case .record: "record"
    case .lastUpdated: "lastUpdated"
    case .taskListHeader: "header"
    }
  }

  fileprivate var settingSummary: String {
    switch self {
    case .taskField: "Fields of a task in TODO.md."
    case .phaseField: "Fields of a phase."
    case .statusChange: "Dates of statuses in state files, such as \"started\"."
    case .record: "\"created\", \"_last_updated\" and \"extracted_at\" in state files."
    case .lastUpdated: "\"last_updated\" in state files."
    case .taskListHeader: "Last Updated at the head of TODO.md."
    }
  }
}
