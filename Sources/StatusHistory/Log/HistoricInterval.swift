/// A time in which places disagreed.
package protocol HistoricInterval: Sendable {
  /// The commit with which it began.
  var first: LoggedCommit { get }
  /// The commit with which it ended; nil if it goes on.
  var last: LoggedCommit? { get }
}

extension HistoricInterval {
  /// How long it was, in seconds, until `now` if it goes on; none if clocks were wrong.
  package func seconds(until now: Int) -> Int { max(0, (last?.time ?? now) - first.time) }
}
