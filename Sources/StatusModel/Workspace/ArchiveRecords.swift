/// What is recorded of the tasks whose directories are in the archive.
package struct ArchiveRecords: Sendable {
  private let archive: Archive
  private let registry: StateFile?
  /// The records in the registry's lists of ended projects.
  private let closedByNumber: [Int: [ClosedTask]]

  /// The records of a tree.
  package init(_ workspace: Workspace) {
    archive = workspace.archive
    registry = workspace.registry
    closedByNumber = Dictionary(grouping: workspace.registry?.closed ?? [], by: \.number)
  }

  /// What the archive's registry, or else the registry, records of the task of an archived directory, and where; nil if
  /// neither does, or if several records of its number and name say different things.
  package func record(of directory: ProjectDirectory) -> (task: ClosedTask, registry: StateFile)? {
    let slug = TitleWords(directory.slug)
    func named(_ closed: [ClosedTask]) -> [ClosedTask] {
      closed.filter { $0.name.map { slug.names(sameAs: TitleWords($0)) } ?? true }
    }
    let archived = named(archive.closed(directory.number))
    let (records, file) =
      archived.isEmpty
      ? (named(closedByNumber[directory.number] ?? []), registry) : (archived, archive.registry)
    guard let file, let first = records.first, records.allSatisfy({ $0.status == first.status }) else {
      return nil
    }
    return (first, file)
  }
}
