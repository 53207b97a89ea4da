/// Several statuses for each of some.
package struct StatusMap: Sendable, ExpressibleByDictionaryLiteral {
  private let rows: [(key: Status, value: StatusSet)]

  /// A map of `rows`; the first of a status counts.
  package init(_ rows: [(key: Status, value: StatusSet)]) { self.rows = rows }

  /// A map of the rows of a literal.
  package init(dictionaryLiteral rows: (Status, StatusSet)...) {
    self.init(rows.map { (key: $0.0, value: $0.1) })
  }

  /// The statuses of `status`; none if it has no row.
  package subscript(status: Status) -> StatusSet { rows.first { $0.key == status }?.value ?? [] }

  /// The map with more statuses for some, and without others.
  func changed(
    adding added: [(from: Status, to: Status)], removing removed: [(from: Status, to: Status)]
  ) -> StatusMap {
    var rows = rows
    for step in added {
      if let row = rows.firstIndex(where: { $0.key == step.from }) {
        rows[row].value.insert(step.to)
      } else {
        rows.append((key: step.from, value: [step.to]))
      }
    }
    for step in removed {
      if let row = rows.firstIndex(where: { $0.key == step.from }) { rows[row].value.remove(step.to) }
    }
    return StatusMap(rows)
  }

  /// A copy in separate memory.
  func copied() -> StatusMap { StatusMap(rows.map { $0 }) }
}
