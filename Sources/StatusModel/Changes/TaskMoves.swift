import StatusText

/// What TODO.md and the registry say otherwise about tasks after a change.
struct TaskMoves {
  /// The moves, task by task, the most trusted file first.
  private(set) var moves: [ItemMove] = []
  private let before: Workspace
  private let after: Workspace
  /// What each of the two files said before, the most trusted file first.
  private var former: [Side] = []

  /// One of the two files, before or after the change. A class, whose claims are gathered only when someone asks.
  private final class Side {
    let file: TrackedFile
    private(set) lazy var claims = file.itemClaims

    init(_ file: TrackedFile) { self.file = file }
  }

  init(from before: Workspace, to after: Workspace) {
    self.before = before
    self.after = after
    let files = after.profile.authority
    former = files.compactMap { Self.side($0, before) }
    let current = files.compactMap { Self.side($0, after) }
    let archived = Self.archive(before)
    for number in Self.changed(former, current).sorted() where isSame(number, former, current) {
      add(number, former, current, archived)
    }
  }

  /// The tasks about which a file says something else than before, or that it did not have.
  private static func changed(_ former: [Side], _ current: [Side]) -> Set<Int> {
    var numbers: Set<Int> = []
    for side in current {
      let old = former.first { $0.file.kind == side.file.kind }
      // A snapshot shares the files that have not changed with the one that it was made from.
      if old?.file === side.file { continue }
      for difference in side.claims.differences(from: old?.claims ?? ItemClaims()) {
        guard let number = difference.item.task, let claim = difference.new,
          difference.old.map(claim.differs) ?? true
        else { continue }
        numbers.insert(number)
      }
    }
    return numbers
  }

  private static func side(_ authority: Profile.Authority, _ workspace: Workspace) -> Side? {
    let file = authority == .taskList ? workspace.taskListSource : workspace.registrySource
    return file.map(Side.init)
  }

  private static func archive(_ workspace: Workspace) -> Side? {
    workspace.files.first { $0.kind == .archiveRegistry }.map(Side.init)
  }

  /// Whether a number is that of the same task before and after the change: numbers are used again, and then the titles
  /// have little in common.
  private func isSame(_ number: Int, _ former: [Side], _ current: [Side]) -> Bool {
    let old = former.compactMap { $0.claims[.task(number)]?.title }
    let new = current.compactMap { $0.claims[.task(number)]?.title }
    let isComparable = old.contains { !$0.isEmpty } && new.contains { !$0.isEmpty }
    return !isComparable || old.contains { title in new.contains(where: title.names) }
  }

  private mutating func add(_ number: Int, _ former: [Side], _ current: [Side], _ archived: Side?) {
    let item = ItemClaim.Item.task(number)
    for side in current {
      guard let claim = side.claims[item] else { continue }
      if let old = former.first(where: { $0.file.kind == side.file.kind }), let was = old.claims[item] {
        add(item, number, was, claim, old.file, side.file)
      } else if let archived, !former.contains(where: { $0.claims[item] != nil }),
        let was = archived.claims[item], was.title.names(sameAs: claim.title)
      {
        // A task that comes back from the archive.
        add(item, number, was, claim, archived.file, side.file)
      }
    }
  }

  private mutating func add(
    _ item: ItemClaim.Item, _ number: Int, _ before: ItemClaim, _ after: ItemClaim, _ former: TrackedFile,
    _ file: TrackedFile
  ) {
    guard after.differs(from: before) else { return }
    moves.append(
      ItemMove(
        item: item, task: number, before: before, after: after, formerFile: former, file: file))
  }

  /// Whether a file says now what the other one said before: the two disagreed, and one follows the other.
  func isReconciled(_ move: ItemMove) -> Bool {
    former.contains { side in
      side.file.kind != move.formerFile.kind && move.after.status == side.claims[move.item]?.status
    }
  }

  /// The illegal steps of the task that were allowed in the meantime.
  func overrides(_ move: ItemMove) -> [TransitionOverride] {
    func records(_ workspace: Workspace) -> [TransitionOverride] {
      let directories = move.task.flatMap { workspace.task($0)?.directories } ?? []
      return directories.flatMap { index in
        workspace.projectState(in: workspace.directories[index])?
          .transitionOverrides(after.profile.vocabulary) ?? []
      }
    }
    let known = Set(records(before))
    return records(after).filter { !known.contains($0) }
  }
}
