import StatusClaims
import StatusFormats
import StatusText

/// Reads one claim of a format that a project declares, and collects what does not fit together.
struct OwnClaimReader {
  /// The kinds of subjects.
  let kinds: [SubjectKind]
  /// The statuses.
  let words: [Vocabulary.Word]
  private(set) var faults: [ConfigurationFault] = []

  /// A reader for a format with these kinds and statuses.
  init(kinds: [SubjectKind], words: [Vocabulary.Word]) {
    self.kinds = kinds
    self.words = words
  }

  /// The names of the extractors.
  static let extractors = ["checkbox", "heading", "field", "table", "yaml", "json", "file", "directory"]

  /// The keys that an extractor uses besides those of every claim, first those that it needs.
  private static func keys(of extractor: String) -> (needed: [String], others: [String]) {
    switch extractor {
    case "checkbox": ([], ["text", "value"])
    case "heading": (["text"], ["value"])
    case "field": (["name"], ["value"])
    case "table": (["id", "name"], ["value"])
    case "yaml", "json": (["path"], ["id", "value"])
    case "directory": (["value"], [])
    default: ([], [])
    }
  }

  /// The claim of an object; nil if it makes no sense.
  mutating func claim(_ setting: Setting) -> ClaimSource? {
    guard let place = setting["in"]?.text, let says = setting["says"], let kind = setting["of"],
      let facet = says.text.flatMap(ClaimSource.Facet.init), let extractor = extractor(place, setting)
    else { return nil }
    let count = faults.count
    checkKeys(setting, place, facet)
    checkKind(kind)
    if let to = setting["to"] { checkKind(to) }
    checkFacet(setting, place, facet, says)
    checkSubject(setting, place, facet)
    guard faults.count == count, let kindName = kind.text else { return nil }
    return ClaimSource(
      extractor, in: (setting["files"]?.texts ?? []).compactMap { try? PlacePattern($0) }, of: kindName,
      facet,
      values: place == "directory" ? [] : patterns(setting["value"]),
      other: facet == .parent ? kinds.first { $0.name == kindName }?.parent : setting["to"]?.text,
      neededFrom: setting["from"]?.text == "open"
        ? .open : setting["from"]?.text == "active" ? .active : .done,
      isCopy: setting["copy"]?.flag ?? false)
  }

  private func extractor(_ place: String, _ setting: Setting) -> ClaimSource.Extractor? {
    switch place {
    case "checkbox": return .checkbox(patterns(setting["text"]))
    case "heading": return .heading(patterns(setting["text"]))
    case "field": return .field(setting["name"]?.texts ?? [])
    case "table": return .table(id: setting["id"]?.text ?? "", column: setting["name"]?.texts.first ?? "")
    case "file": return .file
    case "directory": return .directory(setting["value"]?.texts.first ?? "")
    default:
      let path = try? DataPath(setting["path"]?.text ?? "*", idKey: setting["id"]?.text)
      return path.map { place == "yaml" ? .yaml($0) : .json($0) }
    }
  }

  private func patterns(_ setting: Setting?) -> [TextPattern] {
    (setting?.texts ?? []).compactMap { try? TextPattern($0) }
  }

  // MARK: Mistakes

  private mutating func add(_ setting: Setting, _ message: Message, help: Message) {
    faults.append(ConfigurationFault(setting.origin, message, help: help))
  }

  /// Keys that are missing, or have no effect here.
  private mutating func checkKeys(_ setting: Setting, _ place: String, _ facet: ClaimSource.Facet) {
    var (needed, others) = Self.keys(of: place)
    if place == "checkbox", facet != .work { needed.append("text") }
    switch facet {
    case .count: needed.append("to")
    case .depends, .refers, .pointer: others.append("to")
    case .exists: others.append("from")
    case .status: others.append("copy")
    case .work, .parent, .date, .title: break
    }
    for key in needed where setting[key] == nil {
      add(
        setting, "\"\(key)\" is missing: \"in\" is \"\(place)\", and \"says\" is \"\(facet.rawValue)\"",
        help: "add it")
    }
    let known = ["in", "files", "of", "says"] + needed + others
    for member in setting.members where !known.contains(member.name) {
      add(
        member.setting,
        "\"\(member.name)\" has no effect: \"in\" is \"\(place)\", and \"says\" is \"\(facet.rawValue)\"",
        help: "remove it")
    }
  }

  private mutating func checkKind(_ setting: Setting) {
    guard let name = setting.text, !kinds.contains(where: { $0.name == name }) else { return }
    add(
      setting, "\"\(name)\" is not a kind of subjects",
      help: WordForm("a kind", "kinds", kinds.map(\.name)).help(for: name))
  }

  /// Facts that a kind of place cannot say.
  private mutating func checkFacet(
    _ setting: Setting, _ place: String, _ facet: ClaimSource.Facet, _ says: Setting
  ) {
    let isPossible =
      switch (place, facet) {
      case ("file", .exists), ("directory", .status), ("checkbox", .work): true
      case ("file", _), ("directory", _), (_, .exists), (_, .work): false
      case ("checkbox", .pointer), ("heading", .pointer), ("table", .pointer): false
      default: true
      }
    if !isPossible {
      add(
        says, "\"\(facet.rawValue)\" is not said in a \"\(place)\"",
        help:
          "a file says exists, a directory status, and boxes say work; a pointer is in a field, yaml or json")
      return
    }
    switch facet {
    case .status: checkStatus(setting, place, says)
    case .parent:
      if let kind = kinds.first(where: { $0.name == setting["of"]?.text }), kind.parent == nil {
        add(says, "the kind \"\(kind.name)\" has no parent", help: "add \"parent\" to the kind")
      }
    default: break
    }
    checkValue(setting, place, facet)
  }

  private mutating func checkStatus(_ setting: Setting, _ place: String, _ says: Setting) {
    if place != "checkbox", words.isEmpty {
      add(
        says, "the format has no statuses",
        help: "add \"statuses\", as in {\"open\": \"todo\", \"done\": \"done\"}")
    } else if place == "directory", let value = setting["value"], let text = value.texts.first,
      !words.contains(where: { $0.text == text })
    {
      add(
        value, "\"\(text)\" is not a status",
        help: WordForm("a status", "statuses", words.map(\.text)).help(for: text))
    }
  }

  /// Patterns in which nothing stands for what is said.
  private mutating func checkValue(_ setting: Setting, _ place: String, _ facet: ClaimSource.Facet) {
    let isText = place == "heading" || place == "checkbox"
    if place == "directory" || place == "checkbox" && facet == .status { return }
    let needed = Self.placeholders(of: facet, isText: isText)
    let key = isText ? "text" : "value"
    let found = patterns(setting[key])
    let isSaid =
      isText || facet == .count
      ? found.contains { needed.contains(where: $0.has) }
      : found.allSatisfy { needed.contains(where: $0.has) }
    if isSaid || needed.isEmpty || isText && setting[key] == nil { return }
    add(
      setting[key] ?? setting, "\"\(key)\" does not show where the \(facet.rawValue) is",
      help: "write \(needed.map { "{\($0.rawValue)}" }.joined(separator: " or ")) there")
  }

  /// What stands for a fact: in a text beside the id, or in a value.
  private static func placeholders(of facet: ClaimSource.Facet, isText: Bool) -> [TextPattern.Placeholder] {
    switch facet {
    case .status: [.status]
    case .title: [.title]
    case .date: [.value]
    case .count: [.done, .open, .total, .percent]
    case .depends, .refers, .parent, .pointer: isText ? [.value] : [.id, .value]
    case .work, .exists: []
    }
  }

  /// Claims of which nothing says whom they are about.
  private mutating func checkSubject(_ setting: Setting, _ place: String, _ facet: ClaimSource.Facet) {
    if facet == .count || facet == .pointer || place == "table" || place == "field" || facet == .work {
      return
    }
    let files = (setting["files"]?.texts ?? []).compactMap { try? PlacePattern($0) }
    if !files.isEmpty, files.allSatisfy({ $0.has(.id) }) { return }
    switch place {
    case "checkbox", "heading":
      let texts = patterns(setting["text"])
      guard let text = setting["text"], texts.contains(where: { !$0.has(.id) }) else { return }
      add(text, "nothing says which subject this is about", help: "write {id} in the text, or in \"files\"")
    case "yaml", "json":
      guard let text = setting["path"], let path = try? DataPath(text.text ?? "", idKey: setting["id"]?.text)
      else {
        return
      }
      if path.hasId || path.idKey != nil && path.hasElements { return }
      add(
        text, "nothing says which subject this is about",
        help: "write {id} for the key that is the id, or * for elements and their key of the id as \"id\"")
    default:
      guard let text = setting["files"] else { return }
      add(
        text, "nothing says which subject this is about",
        help: "write {id} in the pattern, as in \"done/{id}.md\"")
    }
  }
}
