import StatusModel
import StatusSync
import StatusText

/// What an id on the command line means: a task of a specs tree, or a subject of another format.
struct SubjectSearch {
  /// What was found.
  enum Result {
    /// Tasks of a specs tree, or nothing else that it could be.
    case tasks
    /// Something in one of the roots.
    case subject(PlanRoots.Found, PlanRoots)
    /// Nothing, or too much.
    case none(SyncError)
  }

  private let text: String
  private let tasks: TaskSelection
  private let formats: FormatChoice

  /// The search for `text` in `formats`; `tasks` are those that it means in a specs tree.
  init(_ text: String, _ tasks: TaskSelection, _ formats: FormatChoice) {
    self.text = text
    self.tasks = tasks
    self.formats = formats
  }

  /// Searches. Where there is a specs tree, a list or a range means its tasks.
  func result(_ common: CommonOptions, in surroundings: Surroundings) throws(CommandError) -> Result {
    let isNumber = tasks.items.count == 1
    if formats == .own { return .tasks }
    let roots: PlanRoots
    do throws(CommandError) {
      roots = try PlanRoots(common, formats, in: surroundings)
    } catch {
      if !tasks.items.isEmpty, formats == .all { return .tasks }
      throw error
    }
    let isList = tasks.items.count > 1 && formats == .all && !roots.ownTrees.isEmpty
    if roots.roots.isEmpty || isList { return .tasks }
    let found = roots.named(text)
    if isNumber, formats == .all, !roots.ownTrees.isEmpty {
      if found.isEmpty { return .tasks }
      if try roots.isOwn(tasks.numbers[0]) { return .none(ambiguous(found, isOwn: true, surroundings)) }
    }
    if found.count == 1 { return .subject(found[0], roots) }
    return .none(
      found.isEmpty
        ? .noSubject(text, in: roots.roots.flatMap { $0.subjects.all.map(\.id) })
        : ambiguous(found, isOwn: false, surroundings))
  }

  private func ambiguous(_ found: [PlanRoots.Found], isOwn: Bool, _ surroundings: Surroundings) -> SyncError {
    let own: [SyncMessage] = isOwn ? ["task \(text) of the specs tree"] : []
    return .ambiguous(
      text,
      own
        + found.map { root, subject in
          let place = subject.claims.first?.place.location.path ?? root.location.root.path
          return "\(subject.kind) \(subject.id) in \(path: place) (\(root.format.name))"
        })
  }
}
