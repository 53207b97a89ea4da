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
    return try Self.bytes(of: tree, changes)
  }

  /// `settings` without the entries; nil if nothing else is in them.
  package func removing(from settings: [UInt8]) throws(Fault) -> [UInt8]? {
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
    return try Self.bytes(of: tree, changes)
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

  private static func bytes(of tree: JSONTree, _ changes: JSONChanges) throws(Fault) -> [UInt8] {
    guard let edits = changes.edits, let set = EditSet(edits), let bytes = set.applied(to: tree.source.bytes)
    else { throw .malformed("it has the same key twice") }
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
