import StatusText

/// A path of keys in YAML or JSON: `tasks.*.status`. `*` is every entry or element, and `{id}` every entry, whose key is the
/// id.
package struct DataPath: Sendable, Hashable {
  /// What a path cannot be.
  package enum Fault: Error, Hashable, Sendable {
    case empty, emptyKey, severalIds
  }

  enum Step: Hashable, Sendable {
    case key(String)
    case each
    case id
  }

  let steps: [Step]
  /// The key of the id in the element that the last `*` stands for; nil if a key of the path is the id.
  package let idKey: String?

  /// Reads a path; `idKey` is where the id is in an element.
  package init(_ text: String, idKey: String? = nil) throws(Fault) {
    if text.isEmpty { throw .empty }
    var steps: [Step] = []
    for name in text.split(separator: ".", omittingEmptySubsequences: false) {
      switch name {
      case "": throw .emptyKey
      case "*": steps.append(.each)
      case "{id}": steps.append(.id)
      default: steps.append(.key(String(name)))
      }
    }
    if steps.count(where: { $0 == .id }) > 1 { throw .severalIds }
    self.steps = steps
    self.idKey = idKey
  }

  /// Whether a key of the path is the id.
  package var hasId: Bool { steps.contains(.id) }
  /// Whether it goes through elements, of which each may have an id.
  package var hasElements: Bool { steps.contains(.each) }
}
