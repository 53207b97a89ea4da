import StatusClaims

/// The statuses of BMAD.
enum BMADWords {
  /// Those of a story, from the first to the last.
  static let story = vocabulary(
    [
      ("backlog", .open), ("ready-for-dev", .open), ("in-progress", .active), ("review", .active),
      ("done", .done),
    ],
    variants: ["drafted": "ready-for-dev"],
    synonyms: [
      "todo": "backlog", "ready": "ready-for-dev", "ready-for-development": "ready-for-dev",
      "ready-for-review": "review",
      "in-review": "review",
    ])
  /// Those of an epic.
  static let epic = vocabulary(
    [("backlog", .open), ("in-progress", .active), ("done", .done)], variants: ["contexted": "in-progress"],
    synonyms: ["todo": "backlog"])
  /// Those of a retrospective.
  static let retrospective = vocabulary([("optional", .open), ("done", .done)], variants: [:], synonyms: [:])
  /// Those of an action item.
  static let action: Vocabulary = {
    var words = Vocabulary([.init("open", .open), .init("in-progress", .active), .init("done", .done)])
    words.spellings = [:]
    return words
  }()

  private static func vocabulary(
    _ words: [(String, Vocabulary.Stage)], variants: [String: String], synonyms: [String: String]
  ) -> Vocabulary {
    var vocabulary = Vocabulary(words.map { .init($0.0, $0.1) })
    vocabulary.variants = variants
    vocabulary.spellings = ["complete": "done", "completed": "done"]
    vocabulary.synonyms = synonyms
    vocabulary.synonyms.merge(["wip": "in-progress", "finished": "done", "closed": "done"]) { own, _ in own }
    return vocabulary
  }

  /// The statuses of stories with which each word of a file agrees, besides itself.
  static let agreements: [String: Set<String>] = [
    "draft": ["backlog", "ready-for-dev"], "drafted": ["backlog", "ready-for-dev"],
  ]

  /// Whether a file that says this means a status.
  static func isStatus(_ text: String) -> Bool {
    story.read(text).word != nil || agreements[Vocabulary.fold(text)] != nil
  }

  /// The same for the words of a spec, which is a file of the newer build skill.
  static let specAgreements: [String: Set<String>] = [
    "draft": ["backlog", "ready-for-dev", "in-progress"],
    "ready-for-dev": ["backlog", "ready-for-dev", "in-progress"],
    "in-progress": ["in-progress"], "in-review": ["in-progress", "review"], "done": ["review", "done"],
  ]
}
