import StatusClaims
import StatusSyntax
import StatusText

/// The changes and specs of one root.
struct OpenSpecProject {
  let tree: PlanTree
  /// The changes that are under way.
  let active: [OpenSpecChange]
  /// The changes that were archived.
  let archived: [OpenSpecChange]
  /// The requirements of each capability, by its path below specs/.
  let specs: [String: [Requirement]]

  init(_ tree: PlanTree) {
    self.tree = tree
    let schemas = OpenSpecSchemas(tree)
    active = tree.map(tree.directories(in: "changes").filter { $0 != "archive" }) {
      OpenSpecChange("changes/\($0)", isArchived: false, in: tree, schemas)
    }
    archived = tree.map(tree.directories(in: "changes/archive")) {
      OpenSpecChange("changes/archive/\($0)", isArchived: true, in: tree, schemas)
    }
    var specs: [String: [Requirement]] = [:]
    for path in tree.paths(below: "specs") where PathText.name(of: path) == "spec.md" {
      let capability = PathText.rest(of: PathText.parent(of: path), below: "specs") ?? ""
      specs[capability] = tree.files[path].map { Requirement.all(in: $0, below: "Requirements") } ?? []
    }
    self.specs = specs
  }

  /// All changes, the active ones first.
  var changes: [OpenSpecChange] { active + archived }

  /// The path of the spec of a capability, from the repository root.
  func specPath(_ capability: String) -> String { tree.whole("specs/\(capability)/spec.md") }
}
