import StatusSyntax
import StatusText

/// The settings of an agent with the entries of the hook, and without them. Everything else in the file stays as it is,
/// byte for byte.
extension AgentWiring {
  /// Why settings cannot be changed.
  package enum Fault: Error, Sendable {
    /// The file is not a JSON object with the hooks where the agent has them; says what is wrong with it.
    case malformed(String)
  }

  /// New settings with nothing but the entries.
  package var newSettings: [UInt8] { (try? adding(to: Array("{}\n".utf8))) ?? [] }

  /// `settings` with the entries that it does not have yet.
  package func adding(to settings: [UInt8]) throws(Fault) -> [UInt8] {
    try Self.bytes(of: settings, additions(to: settings))
  }

  /// What `removing` has to know if the entries are added to `settings`; nil if it finds out by itself, or if some of the
  /// entries are there already.
  package func undo(addingTo settings: [UInt8]) throws(Fault) -> [UInt8]? {
    let edits = try additions(to: settings)
    let added = try Self.bytes(of: settings, edits)
    guard try removing(from: settings, undo: nil) == settings,
      try removing(from: added, undo: nil) != settings
    else { return nil }
    return SettingsUndo(of: edits, in: settings).text
  }

  private func additions(to settings: [UInt8]) throws(Fault) -> EditSet {
    let (tree, root) = try Self.parsed(settings)
    var changes = JSONChanges(tree)
    for member in required where root[member.key] == nil {
      changes.set(member.key, to: member.value, in: root)
    }
    if let hooks = root["hooks"] {
      guard hooks.kind == .object else { throw .malformed("\"hooks\" is not an object") }
      for (event, entry) in entries {
        guard let list = hooks[event] else {
          changes.set(event, to: .array([entry]), in: hooks)
          continue
        }
        guard list.kind == .array else { throw .malformed("\"hooks.\(event)\" is not an array") }
        if !list.elements.contains(where: { JSONDraft(copying: $0) == entry.copied }) {
          changes.append(entry, to: list)
        }
      }
    } else {
      changes.set("hooks", to: .object(entries.map { .init($0.event, .array([$0.entry])) }), in: root)
    }
    return try Self.edits(changes)
  }

  /// `settings` without the entries; nil if nothing else is in them. With an `undo` that was made for these settings, they
  /// are what they were before.
  package func removing(from settings: [UInt8], undo: [UInt8]?) throws(Fault) -> [UInt8]? {
    if let former = undo.flatMap({ SettingsUndo(reading: $0)?.applied(to: settings) }),
      (try? adding(to: former)) == settings
    {
      return former
    }
    if settings == newSettings { return nil }
    let (tree, root) = try Self.parsed(settings)
    guard let hooks = root["hooks"], hooks.kind == .object else { return settings }
    var changes = JSONChanges(tree)
    var emptied = 0
    for (event, entry) in entries {
      guard let list = hooks[event], list.kind == .array else { continue }
      let ours = list.elements.filter { JSONDraft(copying: $0) == entry.copied }
      if !ours.isEmpty, ours.count == list.elements.count {
        changes.remove(event, from: hooks)
        emptied += 1
      } else {
        for element in ours { changes.remove(element: element) }
      }
    }
    if emptied > 0, emptied == hooks.members.count {
      changes = JSONChanges(tree)
      changes.remove("hooks", from: root)
    }
    return try Self.bytes(of: settings, Self.edits(changes))
  }

  private static func parsed(_ settings: [UInt8]) throws(Fault) -> (JSONTree, JSONValue) {
    let tree = JSONTree(SourceText(path: "settings", bytes: settings))
    if let error = tree.error {
      let line = settings.prefix(error.offset).count { $0 == ASCII.lineFeed } + 1
      throw .malformed("it is not JSON: line \(line): \(error.message)")
    }
    guard let root = tree.root, root.kind == .object else { throw .malformed("it is not a JSON object") }
    return (tree, root)
  }

  private static func edits(_ changes: JSONChanges) throws(Fault) -> EditSet {
    guard let set = changes.edits.flatMap({ EditSet($0) }) else {
      throw .malformed("it has the same key twice")
    }
    return set
  }

  private static func bytes(of settings: [UInt8], _ edits: EditSet) throws(Fault) -> [UInt8] {
    guard let bytes = edits.applied(to: settings) else { throw .malformed("it has the same key twice") }
    return bytes
  }
}

extension JSONDraft {
  /// The same as it is when it is read from a file, where a number has a spelling.
  fileprivate var copied: JSONDraft {
    switch self {
    case .integer(let number): .spelledNumber("\(number)")
    case .array(let elements): .array(elements.map(\.copied))
    case .object(let members): .object(members.map { Member($0.key, $0.value.copied) })
    default: self
    }
  }
}
