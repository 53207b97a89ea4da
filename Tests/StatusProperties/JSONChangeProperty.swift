import StatusSyntax
import StatusText

/// What holds for a change of one value of any JSON tree: the text says what was asked for, and everything else as
/// before.
struct JSONChangeProperty {
  private enum Change: CaseIterable {
    case replace, remove, rename, insert
  }

  private static let key = "statuslint"
  private static let draft: JSONDraft = .object([.init("a", .array(["b", .null])), .init("c", .integer(1))])

  private let change: Change
  private let target: JSONValue

  /// The first thing that does not hold for the changes of one value of `tree`, which its bytes choose.
  static func violation(_ tree: JSONTree) -> String? {
    guard let root = tree.root else { return nil }
    let index = Int(FNV1a(tree.source.bytes).value % UInt64(tree.nodes.count))
    let target = JSONValue(tree: tree, index: index)
    for change in Change.allCases {
      let property = JSONChangeProperty(change: change, target: target)
      if let fault = property.violation(root) { return "\(change) of node \(index): \(fault)" }
    }
    return nil
  }

  private func violation(_ root: JSONValue) -> String? {
    let tree = target.tree
    var changes = JSONChanges(tree)
    guard request(&changes) else { return nil }
    guard let edits = changes.edits else { return tree.duplicateKeys.isEmpty ? "there are no edits" : nil }
    guard let set = EditSet(edits), let bytes = set.applied(to: tree.source.bytes) else {
      return "the edits do not fit"
    }
    let result = JSONTree(
      SourceText(path: "state.json", bytes: bytes), depthLimit: JSONTree.usualDepthLimit + 2)
    if let error = result.error { return "the result is not JSON: \(error.message)" }
    let isExpected = result.root.map { JSONDraft(copying: $0).normal } == expected(root)?.normal
    return isExpected ? nil : "the result says something else"
  }

  /// Asks for the change; false where it does not fit the value.
  private func request(_ changes: inout JSONChanges) -> Bool {
    let parent = target.tree.parent(of: target)
    switch change {
    case .replace: changes.replace(target, with: Self.draft)
    case .remove:
      guard target.isMember else { return false }
      changes.remove(target)
    case .rename:
      guard let parent, target.isMember, target.tree.duplicateKeys.isEmpty, parent[Self.key] == nil else {
        return false
      }
      changes.rename(target.key, to: Self.key, in: parent)
    case .insert:
      guard target.isContainer, target[Self.key] == nil else { return false }
      if target.kind == .array {
        changes.append(Self.draft, to: target)
      } else {
        changes.set(Self.key, to: Self.draft, in: target)
      }
    }
    return true
  }

  /// What `value` is after the change; nil if it is removed.
  private func expected(_ value: JSONValue) -> JSONDraft? {
    let isTarget = value.index == target.index
    if isTarget && change == .replace { return Self.draft }
    if isTarget && change == .remove { return nil }
    switch value.kind {
    case .object:
      var members = value.members.compactMap { member in
        expected(member).map { JSONDraft.Member(key(of: member), $0) }
      }
      if isTarget && change == .insert { members.append(.init(Self.key, Self.draft)) }
      return .object(members)
    case .array:
      var elements = value.elements.compactMap { expected($0) }
      if isTarget && change == .insert { elements.append(Self.draft) }
      return .array(elements)
    default: return JSONDraft(copying: value)
    }
  }

  private func key(of member: JSONValue) -> String {
    member.index == target.index && change == .rename ? Self.key : member.key
  }
}

extension JSONDraft {
  /// The draft as it reads back: with every number as it is spelled.
  fileprivate var normal: JSONDraft {
    switch self {
    case .integer(let value): .spelledNumber("\(value)")
    case .array(let elements): .array(elements.map(\.normal))
    case .object(let members): .object(members.map { Member($0.key, $0.value.normal) })
    default: self
    }
  }
}
