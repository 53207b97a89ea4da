import StatusText

/// TODO.md: the task list that people read.
package struct TaskList: Sendable {
  /// Its text.
  package let source: SourceText
  /// Its tasks, in order.
  package let tasks: [TaskEntry]
  /// The numbers that stand in its front matter, in order.
  package let frontMatter: [FrontMatterNumber]
  /// The fields above the first task: Last Updated and the counts of the overview.
  package let fields: [Field]
  /// The dates at its head: Last Updated.
  package let timestamps: [TimestampClaim]

  /// The file's path from the repository root.
  package var path: String { source.path }

  /// A number of the front matter, by the keys that lead to it.
  package func frontMatterNumber(_ keys: String...) -> FrontMatterNumber? {
    frontMatter.first { $0.keys == keys }
  }
}
