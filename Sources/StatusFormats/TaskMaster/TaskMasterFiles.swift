import StatusClaims
import StatusText

/// The files of one root: the tags in `tasks.json`, and what was generated from them.
struct TaskMasterFiles {
  /// The file with the tasks; nil if it cannot be read.
  let file: PlanFile?
  /// Its tags.
  let tags: [TaskTag]
  /// The generated files, in the order of their paths.
  let generated: [GeneratedTask]

  init(_ tree: PlanTree) {
    file = tree.files["tasks/tasks.json"] ?? tree.files["tasks.json"]
    tags = file?.json.map(TaskTag.all) ?? []
    generated = tree.files.sorted { $0.key < $1.key }.compactMap {
      GeneratedTask($0.value, named: PathText.name(of: $0.key))
    }
  }

  /// The file that was generated from a task; nil if there is none.
  func generated(for task: TaskTag.Item, in tag: TaskTag) -> GeneratedTask? {
    generated.first { $0.tag == tag.name && $0.id == task.id && $0.writtenID.text == task.id }
  }
}
