import StatusModel
import StatusText

/// The tasks that a registry records as ended, by their numbers.
struct ClosedTasks {
  private let byNumber: [Int: [ClosedTask]]

  init(_ registry: StateFile) { byNumber = Dictionary(grouping: registry.closed, by: \.number) }

  /// The last record of a number. Another name does not matter: a search for the number finds the record.
  func record(of number: Int) -> ClosedTask? { byNumber[number]?.last }
}
