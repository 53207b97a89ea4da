/// The numbers that a tree has for its tasks: those that are listed, have ended, or are archived.
package struct KnownTasks: Sendable {
  private let numbers: Set<Int>
  private let workspace: Workspace
  /// In a tree without an archive, older tasks than the first may have been removed.
  private let firstKnown: Int

  /// Nil where a file that lists tasks cannot be read: a task that is not found may exist.
  package init?(_ workspace: Workspace) {
    let lists: [TrackedFile.Kind] = [.taskList, .registry, .archiveRegistry]
    let isUnread = workspace.files.contains { file in
      lists.contains(file.kind) && file.failure != TrackedFile.absent && file.isUnreadable
    }
    guard !isUnread, workspace.taskList != nil || workspace.registry != nil else { return nil }
    self.workspace = workspace
    numbers = Set(workspace.registry?.closed.map(\.number) ?? [])
      .union(workspace.taskList?.hidden.tasks ?? [])
    let hasArchive = workspace.archive.exists || workspace.archive.hasVault
    firstKnown = hasArchive ? 0 : workspace.tasks.map(\.number).min() ?? .max
  }

  /// Whether the tree has a task with that number.
  package func contains(_ number: Int) -> Bool {
    workspace.task(number) != nil || numbers.contains(number) || workspace.archive.numbers.contains(number)
  }

  /// Whether a task with that number may have been removed: it is older than all others, and there is no archive.
  package func mayBeForgotten(_ number: Int) -> Bool { number < firstKnown }
}
