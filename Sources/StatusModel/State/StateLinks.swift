import StatusSyntax
import StatusText

/// Finds the paths in the members of a state file's entry that hold paths, however they are nested.
struct StateLinks {
  /// The links found, in order.
  private(set) var links: [WrittenLink] = []

  /// Takes the paths in `artifacts`: strings, objects with a path, and lists of them by kind.
  mutating func readArtifacts(_ value: JSONValue) {
    switch value.kind {
    case .array: for element in value.elements { readPaths(element, role(ofArtifact: element)) }
    case .object:
      let type = role(ofArtifact: value)
      for member in value.members where member.isContainer || isPath(member) {
        readPaths(member, member.isContainer ? (member.keyEquals("plans") ? .plan : .artifact) : type)
      }
    default: add(value, .artifact)
    }
  }

  private func role(ofArtifact value: JSONValue) -> WrittenLink.Role {
    let type = value["type"]?.string ?? ""
    return type == "plan" || type == "implementation_plan" ? .plan : .artifact
  }

  /// Takes every path in `value`: a string, or the strings in an object or a list.
  mutating func readPaths(_ value: JSONValue, _ role: WrittenLink.Role) {
    switch value.kind {
    case .string: add(value, role)
    case .array: for element in value.elements { readPaths(element, role) }
    case .object:
      for member in value.members where member.isContainer || isPath(member) { readPaths(member, role) }
    default: break
    }
  }

  /// Whether an object's string is a path: under a key for one, or by its look; not what is said about the object.
  private func isPath(_ member: JSONValue) -> Bool {
    if Self.pathKeys.contains(where: { member.keyEquals($0) }) { return true }
    guard !Self.wordKeys.contains(where: { member.keyEquals($0) }),
      let text = member.withStringBytes({ Array($0)[...] }), !text.contains(where: ASCII.isBlank)
    else { return false }
    return LinkText.hasSlash(text) && LinkText.hasExtension(LinkText.path(of: text))
  }

  private static let pathKeys = ["path", "file", "plan_path"]
  private static let wordKeys = [
    "summary", "reason", "description", "title", "type", "name", "created", "url", "note", "notes",
  ]

  private mutating func add(_ value: JSONValue, _ role: WrittenLink.Role) {
    guard let range = value.contentRange, let text = value.withStringBytes({ Array($0) }) else { return }
    if LinkText.isPlainPath(text[...]) {
      links.append(WrittenLink(path: String(decoding: text, as: UTF8.self), range: range, role: role))
      return
    }
    for item in LinkText.items(of: text[...]) {
      let path = LinkText.path(of: item)
      guard LinkText.isOnePath(path, mayHaveBlanks: LinkText.readsLikeSpacedPath(path)),
        LinkText.readsLikePath(path)
      else { continue }
      let whole = path.count == item.count ? nil : String(decoding: item, as: UTF8.self)
      links.append(
        WrittenLink(path: String(decoding: path, as: UTF8.self), whole: whole, range: range, role: role))
    }
  }
}
