/// What is recorded as history: archive/state.json and the names of the directories in archive/ and vault/.
package struct Archive: Sendable {
  /// Its registry's file, where there is one.
  package let registry: StateFile?
  /// Its project directories.
  package let directories: [ProjectDirectory]
  /// Whether the tree has one at all.
  package let exists: Bool
  /// Whether the tree has put an archive away and begun its numbers again: it has a vault/.
  package let hasVault: Bool
  /// Every number in it.
  package let numbers: Set<Int>
  private let slugsByNumber: [Int: [String]]
  private let closedByNumber: [Int: [ClosedTask]]

  /// What archive/ and vault/ hold.
  package init(registry: StateFile?, directories: [ProjectDirectory], exists: Bool, hasVault: Bool = false) {
    self.registry = registry
    self.directories = directories
    self.exists = exists
    self.hasVault = hasVault
    slugsByNumber = Dictionary(grouping: directories, by: \.number).mapValues { $0.map(\.slug) }
    let closed =
      (registry?.closed ?? [])
      + (registry?.entries ?? []).compactMap { entry in
        entry.number.map {
          ClosedTask(
            number: $0, name: entry.name, range: entry.numberRange, record: entry.range,
            status: entry.certainStatus, statusRange: entry.status?.range)
        }
      }
    closedByNumber = Dictionary(grouping: closed, by: \.number)
    numbers = Set(closed.map(\.number)).union(directories.map(\.number))
  }

  /// The slugs of the directories of a number.
  package func slugs(_ number: Int) -> [String] { slugsByNumber[number] ?? [] }

  /// The records of a number; several where numbers were used again.
  package func closed(_ number: Int) -> [ClosedTask] { closedByNumber[number] ?? [] }
}
