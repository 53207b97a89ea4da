import StatusDiagnostics

/// A line that cannot be read as YAML.
struct InvalidYAML: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "invalid-yaml", family: .syntax, severity: .error, fix: .none,
    summary:
      "A line of a YAML file or of front matter cannot be read, or uses a part of YAML that task files do not need.",
    rationale: """
      Most tools refuse the whole file because of one line, and then know no status in it. statuslint reads on \
      after the line, but does not fix anything in the file.
      """,
    bad: [
      "_bmad-output/implementation-artifacts/sprint-status.yaml": """
      project: greenhouse
      story_location: «{project-root}/_bmad-output»
      development_status:
        epic-1: in-progress
        1-1-read-the-moisture: backlog
      """
    ],
    good: [
      "_bmad-output/implementation-artifacts/sprint-status.yaml": """
      project: greenhouse
      story_location: "{project-root}/_bmad-output"
      development_status:
        epic-1: in-progress
        1-1-read-the-moisture: backlog
      """
    ])
}
