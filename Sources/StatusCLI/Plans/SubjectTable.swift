import StatusClaims
import StatusText

/// What a root of another format keeps, one per line: the id, the status, how many parts are done, and the title.
struct SubjectTable {
  private let root: PlanRoots.Root

  init(_ root: PlanRoots.Root) { self.root = root }

  /// The table, by how far things are, and a line about the root.
  func render() -> Message {
    let header: [Message] = ["ID", "STATUS", "PARTS", "TITLE"]
    let listed = root.subjects.all.filter { !$0.isStep }
    let rows = [header] + Self.stages.flatMap { stage in listed.filter { $0.stage == stage }.map(row) }
    let widths = header.indices.dropLast().map { column in rows.map(\.[column].columns).max() ?? 0 }
    var text: Message = ""
    for row in rows {
      let isLong = !(row.last?.isEmpty ?? true)
      for (column, width) in widths.enumerated() {
        text += column == 2 && !isLong ? row[column] : "\(row[column].padded(to: width))  "
      }
      text += "\(row.last ?? "")\n"
    }
    let name = root.location.root.path.isEmpty ? "." : root.location.root.path
    return text + "\n\(counts) in \(name), format \(root.format.name)\n"
  }

  /// What is under way comes first.
  private static let stages: [Vocabulary.Stage?] = [.active, .open, nil, .done, .closed]

  private func row(_ subject: PlanSubject) -> [Message] {
    let parts = root.subjects.progress(of: subject)
    return [
      "\(subject.id)", subject.status.map { "\($0)" } ?? "-", parts.map { "\($0.done)/\($0.total)" } ?? "-",
      "\(subject.title)",
    ]
  }

  /// "2 changes, 14 tasks".
  private var counts: Message {
    var kinds: [String] = []
    var counts: [String: Int] = [:]
    for subject in root.subjects.all {
      if counts[subject.kind] == nil { kinds.append(subject.kind) }
      counts[subject.kind, default: 0] += 1
    }
    if kinds.isEmpty { return "nothing" }
    return kinds.map { kind -> Message in "\(Counted(counts[kind] ?? 0, kind, plural: Self.plural(kind)))" }
      .joined(separator: ", ")
  }

  private static func plural(_ kind: String) -> String {
    kind.hasSuffix("y") ? "\(kind.dropLast())ies" : "\(kind)s"
  }
}
