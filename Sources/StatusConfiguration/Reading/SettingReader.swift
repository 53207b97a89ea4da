import StatusSyntax
import StatusText

/// Reads the values of a file by their forms, and collects what is wrong with them.
struct SettingReader {
  private let file: ConfigurationFile
  private let tree: JSONTree
  private let lines: LineIndex
  private(set) var faults: [ConfigurationFault] = []

  /// Deeper brackets no form has.
  private static let depthLimit = 32
  /// More mistakes of a file are not listed.
  private static let mostFaults = 50

  init(_ file: ConfigurationFile) {
    self.file = file
    tree = JSONTree(file.source, dialect: .relaxed, depthLimit: Self.depthLimit)
    lines = LineIndex(file.source)
  }

  /// The root of the file as `form` has it; nil if there is nothing valid in it.
  mutating func root(as form: ValueForm) -> Setting? {
    if let error = tree.error {
      add(
        error.range, "\(error.message)",
        help: error.opened.map { "the bracket or quote before it is in line \(lines.line(at: $0.lower))" })
      return nil
    }
    for key in tree.duplicateKeys {
      let first = lines.line(at: key.first.lower)
      add(
        key.range, "duplicate key \(tree.source.text(key.range))", help: "it was first given in line \(first)"
      )
    }
    guard let root = tree.root else { return nil }
    guard root.kind == .object else {
      add(
        root.range, "a configuration must be an object, not \(root.kind.description)",
        help: "write { and } around the keys")
      return nil
    }
    return read(root, as: form, called: "the file")
  }

  /// `value` as `form` has it; `name` is what messages call it.
  private mutating func read(_ value: JSONValue, as form: ValueForm, called name: Message) -> Setting? {
    switch form {
    case .flag:
      guard let flag = value.bool else { return wrongKind(value, form, name) }
      return setting(.flag(flag), value)
    case .size: return size(value, form, name)
    case .text(let text): return self.text(value, text, form, name)
    case .word(let word): return self.word(value, word, form, name)
    case .list(let element, let isNeeded):
      guard value.kind == .array else { return wrongKind(value, form, name) }
      if isNeeded, value.elements.isEmpty {
        add(value.range, "\(name) is an empty list", help: "give at least one, or remove the key")
      }
      return setting(
        .list(value.elements.compactMap { read($0, as: element, called: "an element of \(name)") }), value)
    case .several(let element):
      guard value.kind == .array else { return read(value, as: element, called: name) }
      return read(value, as: .list(element, isNeeded: true), called: name)
    case .members(let members): return object(value, members, form, name)
    case .map(let key, let element): return map(value, key, element, form, name)
    }
  }

  // MARK: Values

  private mutating func size(_ value: JSONValue, _ form: ValueForm, _ name: Message) -> Setting? {
    guard value.kind == .number || value.kind == .string else { return wrongKind(value, form, name) }
    if let bytes = value.integer.flatMap({ ByteSize.checked($0) }) ?? value.string.flatMap(ByteSize.read) {
      return setting(.number(bytes), value)
    }
    add(value.range, "\(shown(value)) is not a size", help: "\(ByteSize.help)")
    return nil
  }

  private mutating func text(_ value: JSONValue, _ text: TextForm, _ form: ValueForm, _ name: Message)
    -> Setting?
  {
    guard let string = value.string else { return wrongKind(value, form, name) }
    guard let fault = text.fault(in: string) else { return setting(.text(string), value) }
    add(value.range, fault.message, help: fault.help)
    return nil
  }

  private mutating func word(_ value: JSONValue, _ word: WordForm, _ form: ValueForm, _ name: Message)
    -> Setting?
  {
    guard let string = value.string else { return wrongKind(value, form, name) }
    if word.words.contains(string) { return setting(.text(string), value) }
    add(value.range, "\"\(string)\" is not \(word.noun.singular)", help: word.help(for: string))
    return nil
  }

  // MARK: Objects

  private mutating func object(
    _ value: JSONValue, _ members: [ValueForm.MemberForm], _ form: ValueForm, _ name: Message
  ) -> Setting? {
    guard value.kind == .object else { return wrongKind(value, form, name) }
    let keys = WordForm("a key", "keys", members.map(\.name))
    var found: [Setting.Member] = []
    var given: Set<String> = []
    for member in value.members {
      let key = member.key
      given.insert(key)
      guard let known = members.first(where: { $0.name == key }) else {
        add(member.keyRange, "unknown key \"\(key)\"", help: keys.help(for: key))
        continue
      }
      guard let setting = read(member, as: known.form, called: "\"\(key)\"") else { continue }
      found.append(Setting.Member(key, setting))
    }
    for member in members where member.isRequired && !given.contains(member.name) {
      add(value.range, "\"\(member.name)\" is missing", help: "give \(member.form.phrase)")
    }
    return setting(.members(found), value)
  }

  private mutating func map(
    _ value: JSONValue, _ key: ValueForm, _ element: ValueForm, _ form: ValueForm, _ name: Message
  ) -> Setting? {
    guard value.kind == .object else { return wrongKind(value, form, name) }
    var found: [Setting.Member] = []
    for member in value.members {
      let text = member.key
      let setting = read(member, as: element, called: "\"\(text)\"")
      if let fault = Self.fault(in: text, as: key) {
        add(member.keyRange, fault.message, help: fault.help)
      } else if let setting {
        // What is said of a key has the place of the key.
        found.append(Setting.Member(text, Setting(setting.value, from: origin(member.keyRange))))
      }
    }
    return setting(.members(found), value)
  }

  private static func fault(in key: String, as form: ValueForm) -> (message: Message, help: Message)? {
    switch form {
    case .text(let text): text.fault(in: key)
    case .word(let word):
      word.words.contains(key) ? nil : ("\"\(key)\" is not \(word.noun.singular)", word.help(for: key))
    default: nil
    }
  }

  // MARK: Mistakes

  private func setting(_ value: Setting.Value, _ found: JSONValue) -> Setting {
    Setting(value, from: origin(found.range))
  }

  private func origin(_ range: ByteRange) -> SettingOrigin {
    .file(file.source.path, directory: file.directory, lines.position(at: range.lower))
  }

  private mutating func wrongKind(_ value: JSONValue, _ form: ValueForm, _ name: Message) -> Setting? {
    add(value.range, "\(name) must be \(form.phrase), not \(value.kind.description)")
    return nil
  }

  private mutating func add(_ range: ByteRange, _ message: Message, help: Message? = nil) {
    if faults.count < Self.mostFaults {
      faults.append(ConfigurationFault(origin(range), message, help: help))
    } else if faults.count == Self.mostFaults {
      faults.append(ConfigurationFault(origin(range), "more mistakes are not listed"))
    }
  }

  /// A value as it was written, but for long ones.
  private func shown(_ value: JSONValue) -> Message {
    let most = 40
    let text = tree.source.text(
      ByteRange(value.range.lower, min(value.range.upper, value.range.lower + most)))
    return value.range.count > most ? "\(text)…" : "\(text)"
  }
}
