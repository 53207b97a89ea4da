import StatusClaims
import StatusSyntax
import StatusText

/// What the configuration of a project says.
struct BacklogSettings {
  /// The file.
  let tree: YAMLTree?
  /// The statuses of the project.
  let statuses: Vocabulary
  /// The same and `Draft`, for drafts.
  let draftStatuses: Vocabulary
  /// The status of new tasks.
  let defaultStatus: PlacedText?
  /// The letters before the number of a task: "TASK".
  let prefix: String
  /// The milestones that older projects list here.
  let milestones: [String]

  init(_ tree: PlanTree) {
    let outside = Backlog.configurations(of: tree.root).map(PlanTree.outside)
    self.tree = (["config.yml", "config.yaml"] + outside).lazy.compactMap { tree.files[$0]?.yaml }.first
    let root = self.tree?.root
    let named = root?["statuses"]?.elements.compactMap(\.text) ?? []
    statuses = Self.vocabulary(named.isEmpty ? ["To Do", "In Progress", "Done"] : named)
    var drafts = statuses
    drafts.words.insert(.init("Draft", .open), at: 0)
    draftStatuses = drafts
    defaultStatus = PlacedText(root?["default_status"])
    milestones = root?["milestones"]?.elements.compactMap(\.text) ?? []
    prefix = root?["task_prefix"]?.text.map { $0.uppercased() } ?? "TASK"
  }

  private static func vocabulary(_ names: [String]) -> Vocabulary {
    var vocabulary = Vocabulary(
      names.enumerated().map { index, name in
        .init(name, stage(name, isFirst: index == 0, isLast: index == names.count - 1))
      })
    vocabulary.ignoresCase = true
    for word in vocabulary.words {
      for (stage, synonyms) in Self.synonyms where stage == Vocabulary.fold(word.text) {
        for synonym in synonyms { vocabulary.synonyms[synonym] = word.text }
      }
    }
    return vocabulary
  }

  /// Backlog.md takes for done what sounds like it, or comes last. Where what comes last gives up, it is not done; there
  /// "Merged" means that the work was taken in, and elsewhere that it went into another task.
  private static func stage(_ name: String, isFirst: Bool, isLast: Bool) -> Vocabulary.Stage {
    let folded = Vocabulary.fold(name)
    if folded.contains(text: "done") || folded.contains(text: "complete") { return .done }
    if Vocabulary.closedWords.contains(folded), !isLast || folded != "merged" { return .closed }
    if isLast { return .done }
    return isFirst || waiting.contains(folded) ? .open : .active
  }

  private static let waiting: Set = [
    "to-do", "todo", "backlog", "open", "new", "planned", "idea", "ready", "draft",
  ]

  private static let synonyms = [
    "done": ["complete", "completed", "finished", "closed"],
    "in-progress": ["wip", "doing", "started", "active"],
    "to-do": ["pending", "open", "backlog", "new"],
  ]
}
