import StatusClaims
import StatusDiagnostics
import StatusText

/// A feature: its directory, and what is in it.
struct Feature {
  /// The path from the root.
  let path: String
  /// The name of its directory.
  let name: String
  let number: FeatureNumber
  let spec: PlanFile?
  let plan: PlanFile?
  /// The file of the tasks, and the tasks.
  let tasks: (file: PlanFile, list: Checklist)?
  /// The file that stands for the directory.
  let location: Location

  private init?(_ path: String, in tree: PlanTree) {
    self.path = path
    name = PathText.name(of: path)
    guard let number = FeatureNumber(name),
      let first = SpecKit.fileNames.first(where: { tree.holds("\(path)/\($0)") })
    else {
      return nil
    }
    self.number = number
    spec = tree.files["\(path)/spec.md"]
    plan = tree.files["\(path)/plan.md"]
    tasks = tree.files["\(path)/tasks.md"].flatMap { file in
      file.checklist(SpecKit.dialect).map { (file, $0) }
    }
    location = Location(path: tree.whole("\(path)/\(first)"), range: .zero)
  }

  /// What findings are about.
  var subject: String { "feature \(name)" }

  /// The rules for the list of its tasks.
  func rules(for list: Checklist) -> ChecklistRules {
    ChecklistRules(list, SpecKit.dialect, owner: subject, prefix: number.text)
  }

  /// The features of a root, in the order of their paths.
  static func all(in tree: PlanTree) -> [Feature] {
    tree.directories(in: "").flatMap { name -> [String] in
      FeatureNumber(name) != nil ? [name] : tree.directories(in: name).map { "\(name)/\($0)" }
    }.compactMap { Feature($0, in: tree) }
  }
}
