import StatusModel
import StatusSyntax

/// Puts artifacts into the member `artifacts` of a registry's entry, in the form that it has there: a list of paths, a
/// list of objects, or, rarely, one object with lists of each kind.
struct ArtifactList {
  let entry: JSONValue
  let forms: Profile.StateForms

  /// An artifact with its path as the entry writes paths.
  struct Item {
    let type: String
    let path: String
    let summary: String?
    let kind: ArtifactClaim.Kind
  }

  /// Appends `items`.
  func add(_ items: [Item], to changes: inout JSONChanges) {
    guard !items.isEmpty else { return }
    guard let list = entry["artifacts"], list.kind != .null else {
      let drafts = items.map { draft($0, like: nil) }
      return changes.set("artifacts", to: .array(drafts), in: entry, after: "last_updated")
    }
    switch list.kind {
    case .array:
      let last = list.elements.reduce(nil) { $1 as JSONValue? ?? $0 }
      for item in items { changes.append(draft(item, like: last), to: list) }
    case .object where list["path"] == nil: addByKind(items, to: list, &changes)
    default:
      let drafts = [JSONDraft(copying: list)] + items.map { draft($0, like: list) }
      changes.replace(list, with: .array(drafts))
    }
  }

  private func addByKind(_ items: [Item], to lists: JSONValue, _ changes: inout JSONChanges) {
    var missing: [(key: String, paths: [JSONDraft])] = []
    for item in items {
      let key = Self.key(item.kind)
      if let list = lists[key], list.kind == .array {
        let last = list.elements.reduce(nil) { $1 as JSONValue? ?? $0 }
        changes.append(last?.kind == .object ? draft(item, like: last) : .string(item.path), to: list)
      } else if let place = missing.firstIndex(where: { $0.key == key }) {
        missing[place].paths.append(.string(item.path))
      } else {
        missing.append((key, [.string(item.path)]))
      }
    }
    for (key, paths) in missing { changes.set(key, to: .array(paths), in: lists) }
  }

  private static func key(_ kind: ArtifactClaim.Kind) -> String {
    switch kind {
    case .report: "reports"
    case .plan: "plans"
    case .summary: "summaries"
    case .other: "implementations"
    }
  }

  /// An artifact in the form of `neighbor`; without one, in the profile's.
  private func draft(_ item: Item, like neighbor: JSONValue?) -> JSONDraft {
    guard neighbor.map({ $0.kind == .object }) ?? forms.artifactsAreObjects else {
      return .string(item.path)
    }
    let type = JSONDraft.Member("type", .string(item.type))
    let path = JSONDraft.Member("path", .string(item.path))
    let isPathFirst = neighbor?.members.first { $0.keyEquals("path") || $0.keyEquals("type") }?.key == "path"
    var members = isPathFirst ? [path, type] : [type, path]
    if let summary = item.summary { members.append(.init("summary", .string(summary))) }
    return .object(members)
  }
}
