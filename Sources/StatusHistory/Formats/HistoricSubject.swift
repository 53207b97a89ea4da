/// What a history of another format is about.
package struct HistoricSubject: Sendable {
  /// What it is: "phase", "story".
  package let kind: String
  /// Its id in its root.
  package let id: String
  /// What else it is called.
  let names: [String]

  /// Whether `text` means it.
  package func isCalled(_ text: String) -> Bool {
    let folded = text.lowercased()
    return id.lowercased() == folded || names.contains { $0.lowercased() == folded }
  }
}

extension HistoricSubject: Hashable {
  package static func == (left: HistoricSubject, right: HistoricSubject) -> Bool {
    left.kind == right.kind && left.id == right.id
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(id)
  }
}
