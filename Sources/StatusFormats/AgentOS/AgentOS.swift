import StatusClaims
import StatusText

/// Agent OS: specs with lists of tasks, of which some are grouped. It is data alone, in the words of a project's own format.
enum AgentOS {
  /// The format.
  static let format = DeclaredFormat(name: "agent-os", title: "Agent OS", marks: ["agent-os", ".agent-os"]) {
    parts
  }

  private static let parts = FormatParts(
    rootMarks: ["agent-os/specs", ".agent-os/specs"].compactMap { try? PlacePattern($0) },
    kinds: [
      SubjectKind("task", ids: lines("{numbers}"), scope: .file, parent: "task"),
      SubjectKind("group", ids: lines("{number}"), scope: .file),
    ],
    statuses: StatusWords([]),
    claims: [
      ClaimSource(.checkbox(lines("{id} {text}", "{id}. {text}")), in: files, of: "task", .status),
      ClaimSource(
        .heading(lines("Task Group {id}: {title}", "Task Group {id}{title}", "Task Group {id}")), in: files,
        of: "group", .title),
      ClaimSource(
        .field(["Dependencies"]), in: files, of: "group", .depends,
        values: lines("Task Group {id}", "Task Group {id}{text}")),
    ],
    relations: [
      "dependency-cycle", "duplicate-id", "nonstandard-marker", "rollup-mismatch", "unknown-reference",
    ])

  private static let files = ["agent-os/specs/*/tasks.md", ".agent-os/specs/*/tasks.md"].compactMap {
    try? PlacePattern($0)
  }

  private static func lines(_ texts: String...) -> [TextPattern] { texts.compactMap { try? TextPattern($0) } }
}
