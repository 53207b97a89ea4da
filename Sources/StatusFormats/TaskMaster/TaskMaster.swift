import StatusClaims
import StatusText

/// Task Master: tasks and subtasks in `tasks.json`, by tags, and files that are generated from it.
struct TaskMaster: PlanFormat {
  let name = "taskmaster"
  let title = "Task Master"
  let marks = [".taskmaster", "tasks"]
  var rules: Set<String> {
    [
      "byte-order-mark", "count-mismatch", "dependency-cycle", "duplicate-id", "duplicate-json-key",
      "future-timestamp",
      "invalid-json", "invalid-timestamp", "missing-status", "name-mismatch", "nonstandard-marker",
      "parent-mismatch",
      "rollup-mismatch", "stale-pointer", "status-mismatch", "timestamp-order", "unknown-marker",
      "unknown-reference",
      "unmet-dependency", "untracked-task",
    ]
  }

  /// The statuses. The alias is read as `done`, but not counted.
  static let statuses: Vocabulary = {
    var words = Vocabulary([
      .init("pending", .open), .init("in-progress", .active), .init("done", .done),
      .init("deferred", .closed),
      .init("cancelled", .closed), .init("blocked", .open), .init("review", .active),
    ])
    words.variants = ["completed": "done"]
    words.synonyms = [
      "todo": "pending", "to-do": "pending", "open": "pending", "wip": "in-progress", "doing": "in-progress",
    ]
    return words
  }()

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let root = PathText.joined(directory, ".taskmaster")
    if files.files(in: PathText.joined(root, "tasks")).contains("tasks.json") { return [root] }
    let old = PathText.joined(directory, "tasks")
    guard files.files(in: old).contains("tasks.json"), let bytes = files.bytes(of: "\(old)/tasks.json") else {
      return []
    }
    // Editors have a file of this name, too.
    let isOurs = ["\"testStrategy\"", "\"subtasks\"", "\"dependencies\""].contains {
      bytes.contains(text: $0)
    }
    return isOurs ? [old] : []
  }

  func descends(into path: String) -> Bool { path == "tasks" }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    let name = PathText.name(of: path)
    if name == "tasks.json" || path == "state.json" { return .json }
    return GeneratedTask.isName(name) ? .text : nil
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    for (_, file) in tree.files.sorted(by: { $0.key < $1.key }) { findings.reportJSONFaults(of: file) }
    let files = TaskMasterFiles(tree)
    guard let file = files.file, file.json != nil else { return }
    for tag in files.tags { TaskTagRules(tag, now: tree.now).check(into: &findings) }
    for file in files.generated { file.check(files.tags, into: &findings) }
    checkPointer(tree, files.tags, file, into: &findings)
  }

  private func checkPointer(
    _ tree: PlanTree, _ tags: [TaskTag], _ file: PlanFile, into findings: inout ClaimFindings
  ) {
    guard let current = PlacedText(tree.files["state.json"]?.json?["currentTag"]), !tags.isEmpty,
      !tags.contains(where: { $0.name == current.text })
    else { return }
    findings.report(
      "stale-pointer", .warning, "currentTag", .noTag(current.text), at: current.location,
      claims: [Claim(file.start, "the tags are \(tags.map { "\"\($0.name)\"" }.joined(separator: ", "))")],
      help: "Task Master uses master instead, and does not say so")
  }
}

extension String {
  fileprivate static func noTag(_ name: String) -> String {
    "the current tag \"\(name)\" was not found in tasks.json"
  }
}
