extension TaskList {
  /// The tasks whose field Plan links the plan at the path `plan`, from the repository root: also those of which nothing
  /// else was read.
  package func tasks(following plan: String, in root: SpecsRoot) -> [TaskEntry] {
    let scanner = TaskLinkScanner(source)
    return tasks.filter { task in
      scanner.links(in: task.fields.filter { $0.name == .plan })
        .contains { $0.leads(to: plan, in: root, directories: []) }
    }
  }
}
