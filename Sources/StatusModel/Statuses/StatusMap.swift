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

  /// A copy in separate memory.
  func copied() -> StatusMap { StatusMap(rows.map { $0 }) }
}
