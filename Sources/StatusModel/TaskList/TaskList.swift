import StatusText

/// TODO.md: the task list that people read.
package struct TaskList: Sendable {
  /// Its text.
  package let source: SourceText
  /// Its tasks, in order.
  package let tasks: [TaskEntry]
  /// The headings that are meant as a task's and are not written as one, in order; those with a number are among the
  /// headings of `tasks` too.
  package let malformedHeadings: [MalformedTaskHeading]
  /// The texts of headings that have a task's fields below them, but no number that can be read, in order.
  package let unnumbered: [ByteRange]
  /// Numbered headings that have no field of a task below them, in order: groups of tasks, and tasks without fields.
  package let bare: [(number: Int, heading: ByteRange, title: ByteRange)]
  /// What a code fence or a comment that is never closed hides of it.
  package let hidden: HiddenClaims
  /// The tasks that the section Task Order names with a status, in order.
  package let order: [TaskOrderItem]
  /// The numbers that are in its front matter, in order.
  package let frontMatter: [FrontMatterNumber]
  /// The values of next_project_number in its front matter that cannot be the number of a task; the key where there is
  /// none.
  package let unreadNextNumbers: [ByteRange]
  /// The fields above the first task: Last Updated and the counts of the overview.
  package let fields: [Field]
  /// The dates at its head: Last Updated.
  package let timestamps: [TimestampClaim]

  /// The links of all tasks, in order; also of those whose links were left out of their entries.
  package func allLinks() -> [WrittenLink] {
    tasks.flatMap { TaskLinkScanner(source).links(in: $0.fields) }
  }

  /// The first date of a task; also of one whose dates were left out of its entry.
  package func firstDate() -> TimestampClaim? {
    tasks.lazy.compactMap { TaskEntry.dates(in: $0.fields, of: source).first }.first
  }

  /// The file's path from the repository root.
  package var path: String { source.path }

  /// A number of the front matter, by the keys that lead to it; nil where it is there twice.
  package func frontMatterNumber(_ keys: String...) -> FrontMatterNumber? {
    let found = frontMatter.filter { $0.keys == keys }
    return found.count == 1 ? found[0] : nil
  }
}
