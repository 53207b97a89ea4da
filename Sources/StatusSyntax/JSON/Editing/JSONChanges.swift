import StatusText

/// Collects changes of one JSON file and turns them into edits in the file's own style.
///
/// Every change refers to a value of the existing tree. Changes of one object or array are combined:
/// insertions, removals and replacements next to each other become edits that do not overlap. If changes
/// contradict each other or the result is not certain, there are no edits.
package struct JSONChanges {
  /// The changes of the children of one container.
  private struct Container {
    var removed: Set<Int> = []
    var insertions: [Insertion] = []
  }

  /// An insertion after the child `anchor`.
  private struct Insertion {
    /// The index of a node; `.max` for the end.
    var anchor: Int
    var key: String?
    var value: JSONDraft
  }

  private let tree: JSONTree
  /// By node index.
  private var replaced: [Int: JSONDraft] = [:]
  private var renamed: [Int: String] = [:]
  private var containers: [Int: Container] = [:]
  private var isImpossible: Bool

  /// Starts without changes of `tree`. A text that is not JSON, or that may contain comments, is not edited.
  package init(_ tree: JSONTree) {
    self.tree = tree
    isImpossible = tree.nodes.isEmpty || tree.dialect != .strict
  }

  /// Whether there are no changes.
  package var isEmpty: Bool { replaced.isEmpty && renamed.isEmpty && containers.isEmpty }

  /// Replaces `value` with `draft`.
  package mutating func replace(_ value: JSONValue, with draft: JSONDraft) {
    guard isOurs(value) else { return }
    replaced[value.index] = draft
  }

  /// Sets the member `key` of `object` to `draft`. A new member is inserted directly after the member
  /// `anchor`, if that exists or is inserted too, otherwise at the end. Several insertions after one anchor
  /// keep the order of the calls.
  package mutating func set(
    _ key: String, to draft: JSONDraft, in object: JSONValue, after anchor: String? = nil
  ) {
    guard isOurs(object, .object) else { return }
    if let member = member(key, of: object) {
      containers[object.index]?.removed.remove(member.index)
      replaced[member.index] = draft
      return
    }
    var container = containers[object.index] ?? Container()
    if let known = container.insertions.firstIndex(where: { $0.key == key }) {
      container.insertions[known].value = draft
    } else if let anchor, let new = container.insertions.firstIndex(where: { $0.key == anchor }) {
      container.insertions.insert(
        Insertion(anchor: container.insertions[new].anchor, key: key, value: draft), at: new + 1)
    } else {
      let place = anchor.flatMap { member($0, of: object)?.index } ?? .max
      container.insertions.append(Insertion(anchor: place, key: key, value: draft))
    }
    containers[object.index] = container
  }

  /// Removes the member `key` from `object`, if it exists.
  package mutating func remove(_ key: String, from object: JSONValue) {
    guard isOurs(object, .object) else { return }
    containers[object.index]?.insertions.removeAll { $0.key == key }
    if let member = member(key, of: object) {
      containers[object.index, default: Container()].removed.insert(member.index)
    }
  }

  /// Removes `member` from its object.
  package mutating func remove(_ member: JSONValue) {
    guard isOurs(member), member.isMember, let object = tree.parent(of: member) else {
      isImpossible = true
      return
    }
    containers[object.index, default: Container()].removed.insert(member.index)
  }

  /// Removes `element` from its array.
  package mutating func remove(element: JSONValue) {
    guard isOurs(element), !element.isMember, let array = tree.parent(of: element) else {
      isImpossible = true
      return
    }
    containers[array.index, default: Container()].removed.insert(element.index)
  }

  /// Renames the member `key` of `object`, which must exist, to `new`, which must not; its value stays.
  package mutating func rename(_ key: String, to new: String, in object: JSONValue) {
    guard isOurs(object, .object) else { return }
    guard let member = member(key, of: object), self.member(new, of: object) == nil else {
      isImpossible = true
      return
    }
    renamed[member.index] = new
  }

  /// Inserts `draft` after the last element of `array`.
  package mutating func append(_ draft: JSONDraft, to array: JSONValue) {
    guard isOurs(array, .array) else { return }
    containers[array.index, default: Container()].insertions.append(
      Insertion(anchor: .max, key: nil, value: draft))
  }

  /// The edits, sorted and without overlap; empty if nothing changes. Nil if the changes contradict each
  /// other, or if an object around one of them has a duplicate key: readers disagree on which one counts.
  package var edits: [TextEdit]? {
    if isImpossible || standsBesideDuplicates { return nil }
    if isEmpty { return [] }
    let style = tree.style
    var edits: [TextEdit] = []
    var gone: Set<Int> = []
    for (index, container) in containers {
      gone.formUnion(container.removed)
      guard let changes = layout(of: index, container, style) else { return nil }
      edits += changes
    }
    for (index, draft) in replaced where !gone.contains(index) {
      if let edit = replacement(of: JSONValue(tree: tree, index: index), with: draft, style) {
        edits.append(edit)
      }
    }
    for (index, key) in renamed where !gone.contains(index) {
      edits.append(TextEdit(tree.nodes[index].key, replacement: JSONDraftWriter.quoted(key)))
    }
    edits.sort { $0.range < $1.range }
    let overlap = zip(edits, edits.dropFirst()).contains { $0.range.upper > $1.range.lower }
    return overlap ? nil : edits
  }

  /// The member with the key `key` after all renames.
  private func member(_ key: String, of object: JSONValue) -> JSONValue? {
    if renamed.isEmpty { return object[key] }
    return object.members.first { renamed[$0.index].map { $0 == key } ?? $0.keyEquals(key) }
  }

  private mutating func isOurs(_ value: JSONValue, _ kind: JSONTree.Kind? = nil) -> Bool {
    let isRight = value.tree === tree && (kind == nil || value.kind == kind)
    if !isRight { isImpossible = true }
    return isRight
  }

  /// Nil if a child to be removed does not belong to this container.
  private func layout(of index: Int, _ container: Container, _ style: JSONStyle) -> [TextEdit]? {
    let value = JSONValue(tree: tree, index: index)
    var places: [Int: Int] = [:]
    var children: [JSONTree.Node] = []
    for child in value.kind == .object ? value.members : value.elements {
      places[child.index] = children.count
      children.append(tree.nodes[child.index])
    }
    let removed = Set(container.removed.compactMap { places[$0] })
    guard removed.count == container.removed.count else { return nil }
    var insertions = container.insertions.map {
      JSONContainerLayout.Insertion(
        place: places[$0.anchor] ?? children.count - 1, key: $0.key, value: $0.value)
    }
    // Swift's sort is stable in practice but not by contract, and the order of the calls must stay.
    let order = insertions.indices.sorted { (insertions[$0].place, $0) < (insertions[$1].place, $1) }
    insertions = order.map { insertions[$0] }
    return JSONContainerLayout(value, children: children, style: style)
      .edits(removed: removed, insertions: insertions)
  }

  private func replacement(of value: JSONValue, with draft: JSONDraft, _ style: JSONStyle) -> TextEdit? {
    if case .string(let text) = draft, value.stringEquals(text) { return nil }
    let bytes = tree.source.bytes
    let start = tree.nodes[value.index].start
    let isFlat: Bool
    if value.isContainer, value.range.count > 2 {
      isFlat = !JSONLines.isTall(value.range, bytes)
    } else {
      isFlat =
        !JSONLines.standsAlone(from: start, to: value.range.upper, bytes) || style.prefersFlat(draft)
    }
    let indent = style.indentation(at: start, bytes)
    let text = JSONDraftWriter.text(draft, style, indent: indent, isFlat: isFlat)
    return bytes[value.range.indices].elementsEqual(text) ? nil : TextEdit(value.range, replacement: text)
  }

  /// Whether a changed object has a duplicate key.
  private var standsBesideDuplicates: Bool {
    if tree.duplicateKeys.isEmpty { return false }
    let twice = Set(tree.duplicateKeys.map(\.range))
    var parents: [Int] = []
    var owners: Set<Int> = []
    var open: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, Int(tree.nodes[last].next) <= index { open.removeLast() }
      parents.append(open.last ?? -1)
      if !node.key.isEmpty, twice.contains(node.key), let last = open.last { owners.insert(last) }
      if Int(node.next) > index + 1 { open.append(index) }
    }
    return [replaced.keys.map { $0 }, renamed.keys.map { $0 }, containers.keys.map { $0 }].joined().contains {
      var index = $0
      while index >= 0, !owners.contains(index) { index = parents[index] }
      return index >= 0
    }
  }
}
