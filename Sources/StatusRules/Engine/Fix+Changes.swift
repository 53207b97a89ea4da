import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

extension Fix {
  /// A fix of one Markdown file; nil when its changes cannot be made.
  init?(
    _ applicability: Applicability, _ description: String, in source: SourceText,
    _ change: (inout MarkdownChanges) -> Void
  ) {
    var changes = MarkdownChanges(source)
    change(&changes)
    self.init(applicability, description, path: source.path, edits: changes.edits)
  }

  /// A fix of one plan; nil when its changes cannot be made.
  init?(
    _ applicability: Applicability, _ description: String, in plan: Plan, _ profile: Profile,
    _ change: (inout PlanEditor) -> Void
  ) {
    var editor = PlanEditor(plan, profile)
    change(&editor)
    self.init(applicability, description, path: plan.path, edits: editor.edits)
  }

  /// A fix of one JSON file; nil when its changes cannot be made.
  init?(
    _ applicability: Applicability, _ description: String, in tree: JSONTree,
    _ change: (inout JSONChanges) -> Void
  ) {
    var changes = JSONChanges(tree)
    change(&changes)
    self.init(applicability, description, path: tree.source.path, edits: changes.edits)
  }

  private init?(_ applicability: Applicability, _ description: String, path: String, edits: [TextEdit]?) {
    guard let edits, !edits.isEmpty else { return nil }
    self.init(applicability, description, files: [FileEdits(path: path, edits: edits)])
  }
}
