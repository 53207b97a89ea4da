import StatusClaims
import StatusDiagnostics
import StatusText

/// A spec: its directory, and what is in it.
struct KiroSpec {
  /// The path from the root.
  let path: String
  /// The name of its directory.
  let name: String
  /// The directory that it is in, if it is in one.
  let group: String?
  let tasks: (file: PlanFile, list: Checklist)?
  let requirements: PlanFile?
  /// The settings of cc-sdd.
  let settings: PlanFile?
  /// The file in which Kiro keeps the id of the spec.
  let identity: PlanFile?
  /// The file that stands for the directory.
  let location: Location

  private init(_ path: String, in tree: PlanTree) {
    self.path = path
    name = PathText.name(of: path)
    let parent = PathText.parent(of: path)
    group = parent.isEmpty ? nil : parent
    tasks = tree.files["\(path)/tasks.md"].flatMap { file in
      file.checklist(Kiro.dialect).map { (file, $0) }
    }
    requirements = tree.files["\(path)/requirements.md"]
    settings = tree.files["\(path)/spec.json"]
    identity = tree.files["\(path)/.config.kiro"]
    let first = (["tasks.md"] + Kiro.fileNames).first { tree.holds("\(path)/\($0)") }
    location = Location(path: tree.whole("\(path)/\(first ?? "")"), range: .zero)
  }

  /// What findings are about.
  var subject: String { "spec \(name)" }

  /// Whether it is in a group of finished specs.
  var isArchived: Bool {
    guard let group else { return false }
    return ["archive", "archived", "completed", "done"].contains(group.lowercased().filter { $0 != "_" })
  }

  /// The rules for its tasks.
  var rules: ChecklistRules? {
    tasks.map { ChecklistRules($0.list, Kiro.dialect, owner: subject, prefix: name) }
  }

  /// The specs of a root: its directories with files of a spec, and those one level down.
  static func all(in tree: PlanTree) -> [KiroSpec] {
    func isSpec(_ path: String) -> Bool { !Set(tree.fileNames(in: path)).isDisjoint(with: Kiro.fileNames) }
    return tree.directories(in: "").filter(Kiro.mayBeSpec).flatMap { name -> [String] in
      if isSpec(name) { return [name] }
      return tree.directories(in: name).filter(Kiro.mayBeSpec).map { "\(name)/\($0)" }.filter(isSpec)
    }.map { KiroSpec($0, in: tree) }
  }

  /// A spec among the finished ones: whether it is finished.
  func checkArchived(into findings: inout ClaimFindings) {
    guard let rules, let list = tasks?.list, list.isComplete else { return }
    let missing = list.missing
    guard let first = missing.first else { return }
    let count = list.boxes.count { $0.flags.isEmpty }
    findings.report(
      "stale-directory-state", .warning, subject, .unfinished(group ?? "", missing.count, of: count),
      at: list.location(list.boxes[first]),
      claims: rules.claims(Array(missing.dropFirst())),
      help: "tick what is done, or say in the task why it is not (\"(deferred)\")")
  }
}

extension String {
  fileprivate static func unfinished(_ group: String, _ missing: Int, of count: Int) -> String {
    "the spec is in \"\(group)\", but \(missing) of \(Counted(count, "task")) \(missing == 1 ? "is" : "are") open"
  }
}
