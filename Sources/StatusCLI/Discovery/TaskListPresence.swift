import StatusEngine
import StatusFileSystem
import StatusModel
import StatusSyntax
import StatusText

/// Decides whether a TODO.md is the task list of a specs tree, because any project may have a file with that name.
struct TaskListPresence {
  let fileSystem: any FileSystem

  /// Whether the TODO.md in `directory` has a state.json or the directory of a task next to it, or contains a task. A
  /// file that cannot be read counts, so that the command reports the reason.
  func isTaskList(in directory: String) -> Bool {
    if fileSystem.holds(TreeRoots.join(directory, SpecsRoot.stateName)) { return true }
    guard let opened = try? Directory(opening: directory, in: fileSystem),
      let entries = try? opened.list(".")
    else { return true }
    if entries.contains(where: { ProjectDirectory.parse($0.name) != nil }) { return true }
    guard let bytes = try? opened.read(SpecsRoot.taskListName, limit: DirectorySource.usualSizeLimit) else {
      return true
    }
    return Self.namesTask(bytes)
  }

  /// Whether a TODO.md with these bytes contains a task, or cannot be parsed.
  private static func namesTask(_ bytes: [UInt8]) -> Bool {
    let file = TrackedFile(
      kind: .taskList, directory: -1, source: SourceText(path: SpecsRoot.taskListName, bytes: bytes),
      vocabulary: Profile.claude.vocabulary)
    guard let list = file.taskList else { return true }
    return !list.tasks.isEmpty || !list.malformedHeadings.isEmpty || !list.hidden.tasks.isEmpty
      || list.frontMatterNumber("next_project_number") != nil
  }
}

extension TreeRoots {
  /// A TODO.md that is not a task list, in `path` or its usual places.
  func foreignTaskList(around path: String) -> String? {
    let directory = path.hasSuffix("/\(SpecsRoot.taskListName)") ? Self.parent(of: path) ?? path : path
    let places = [directory] + SpecsRoot.usualPaths.map { Self.join(directory, $0) }
    return places.map { Self.join($0, SpecsRoot.taskListName) }.first { fileSystem.holds($0) }
  }
}
