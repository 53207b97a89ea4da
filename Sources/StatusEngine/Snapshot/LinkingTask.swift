import StatusModel

/// What TODO.md or state.json says of a task, as far as it tells which plans are read.
struct LinkingTask {
  private let number: Int?
  private let status: Status?
  private let links: [WrittenLink]

  /// The tasks of a file, in order; none of a file of another kind.
  static func all(in file: TrackedFile) -> [LinkingTask] {
    switch file.content {
    case .taskList(let list):
      list.tasks.map { LinkingTask(number: $0.number, status: $0.marker?.status, links: $0.links) }
    case .registry(let registry):
      registry.entries.map { LinkingTask(number: $0.number, status: $0.certainStatus, links: $0.links) }
    case .projectState, .plan, .none: []
    }
  }

  /// Whether `other` leads to the same plans: its links are the same, and it is as open.
  func linksSamePlans(as other: LinkingTask, _ vocabulary: StatusVocabulary) -> Bool {
    number == other.number && status.map(vocabulary.isTerminal) == other.status.map(vocabulary.isTerminal)
      && links.elementsEqual(other.links) { $0.isSame(as: $1) }
  }
}
