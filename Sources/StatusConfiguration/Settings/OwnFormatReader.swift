import StatusClaims
import StatusFormats
import StatusText

/// Reads a format that a project declares, whose settings have the right form, and collects what does not fit together.
struct OwnFormatReader {
  private(set) var faults: [ConfigurationFault] = []

  /// The format of a member of the key; only of use without faults.
  mutating func format(_ member: Setting.Member) -> DeclaredFormat {
    let setting = member.setting
    let taken = ["specs"] + PlanFormats.all.map(\.name)
    if taken.contains(member.name) {
      add(setting, "\"\(member.name)\" is a format of statuslint", help: "choose another name")
    }
    let kinds = self.kinds(setting["subjects"])
    let words = self.words(setting["statuses"])
    let statuses = self.statuses(setting["statuses"], words)
    var reader = OwnClaimReader(kinds: kinds, words: words)
    let claims = (setting["claims"]?.elements ?? []).compactMap { reader.claim($0) }
    faults += reader.faults
    let parts = FormatParts(
      rootMarks: (setting["root"]?.texts ?? []).compactMap { try? PlacePattern($0) },
      kinds: kinds, statuses: statuses, claims: claims,
      relations: relations(setting["relations"], kinds, claims))
    return DeclaredFormat(name: member.name, title: setting["title"]?.text ?? member.name, parts: parts)
  }

  private mutating func add(_ setting: Setting, _ message: Message, help: Message) {
    faults.append(ConfigurationFault(setting.origin, message, help: help))
  }

  // MARK: Subjects

  private mutating func kinds(_ setting: Setting?) -> [SubjectKind] {
    let members = setting?.members ?? []
    if let setting, members.isEmpty {
      add(
        setting, "the format has no subjects", help: "add one, as in {\"task\": {\"id\": \"T-{number}\"}}")
    }
    let names = members.map(\.name)
    return members.map { member in
      let parent = member.setting["parent"]
      if let parent, let name = parent.text, !names.contains(name) {
        add(
          parent, "\"\(name)\" is not a kind of subjects",
          help: WordForm("a kind", "kinds", names).help(for: name))
      }
      if let way = member.setting["by"], parent == nil {
        add(
          way, "\"by\" says how a parent is found, but there is no \"parent\"",
          help: "add \"parent\", or remove \"by\"")
      }
      let ids = member.setting["id"]?.texts ?? ["{word}"]
      return SubjectKind(
        member.name, ids: ids.compactMap { try? TextPattern($0) },
        scope: member.setting["scope"]?.text.flatMap(SubjectKind.Scope.init) ?? .root, parent: parent?.text,
        by: member.setting["by"]?.text.flatMap(SubjectKind.Parenthood.init) ?? .nesting)
    }
  }

  // MARK: Statuses

  private static let stages: [(name: String, stage: Vocabulary.Stage)] = [
    ("open", .open), ("active", .active), ("done", .done), ("closed", .closed),
  ]

  private mutating func words(_ setting: Setting?) -> [Vocabulary.Word] {
    var words: [Vocabulary.Word] = []
    for (name, stage) in Self.stages {
      for word in setting?[name]?.elements ?? [] {
        guard let text = word.text else { continue }
        if let other = words.first(where: { Self.areAlike($0.text, text) }) {
          add(
            word, "\"\(text)\" already is the status \"\(other.text)\"",
            help: "capitals, spaces, hyphens and underscores do not tell statuses apart")
        }
        if text.hasPrefix("["), text.hasSuffix("]") { checkBox(text, word) }
        words.append(Vocabulary.Word(text, stage))
      }
    }
    return words
  }

  /// Boxes are told apart by every character.
  private static func areAlike(_ left: String, _ right: String) -> Bool {
    left == right || !left.hasPrefix("[") && Vocabulary.fold(left) == Vocabulary.fold(right)
  }

  private mutating func checkBox(_ text: String, _ setting: Setting) {
    if ["[ ]", "[x]", "[X]"].contains(text) {
      add(
        setting, "\"\(text)\" means the same in every format",
        help: "[ ] is open, and [x] is done: leave it out")
    } else if text.utf8.count != 3 {
      add(
        setting, "\"\(text)\" is not a box",
        help: "write one character of ASCII between brackets, as in \"[~]\"")
    }
  }

  private mutating func statuses(_ setting: Setting?, _ words: [Vocabulary.Word]) -> StatusWords {
    var maps: [[String: String]] = []
    for name in ["spellings", "synonyms"] {
      var map: [String: String] = [:]
      for member in setting?[name]?.members ?? [] {
        guard let target = member.setting.text else { continue }
        if !words.contains(where: { $0.text == target }) {
          add(
            member.setting, "\"\(target)\" is not a status",
            help: WordForm("a status", "statuses", words.map(\.text)).help(for: target))
        } else if let other = words.first(where: { $0.text == member.name }) {
          add(member.setting, "\"\(other.text)\" is a status itself", help: "remove it from \"\(name)\"")
        }
        map[member.name] = target
      }
      maps.append(map)
    }
    return StatusWords(words, spellings: maps[0], synonyms: maps[1])
  }

  // MARK: Relations

  private mutating func relations(
    _ setting: Setting?, _ kinds: [SubjectKind], _ claims: [ClaimSource]
  ) -> Set<String> {
    let possible = DeclaredFormat.possibleRelations(kinds, claims)
    guard let setting else { return possible }
    for element in setting.elements {
      guard let rule = element.text, !possible.contains(rule), faults.isEmpty else { continue }
      add(
        element, "no two claims can be compared by \"\(rule)\"",
        help:
          "add claims that it compares, or remove it; possible are \(possible.sorted().joined(separator: ", "))"
      )
    }
    return Set(setting.texts)
  }
}
