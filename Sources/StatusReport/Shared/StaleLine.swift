import StatusDiagnostics

/// A line about a finding that is in the baseline, but is gone.
struct StaleLine {
  private let entry: Baseline.Entry
  private let path: String

  /// The line of `entry`, with `path` as it is shown.
  init(_ entry: Baseline.Entry, path: String) {
    self.entry = entry
    self.path = path
  }

  /// Appends `path: state message`, without a newline.
  func write(to buffer: inout ReportBuffer, state: StaticString = "") {
    buffer.write(shown: path)
    buffer.write(": ")
    buffer.write(state)
    buffer.write(shown: entry.staleMessage)
  }
}

extension Baseline.Entry {
  /// What is said of a finding that is in the baseline, but is gone.
  var staleMessage: String {
    let task = task.map { " of task \($0)" } ?? ""
    return "\"\(evidence)\"\(task) is in the baseline, but is no longer found"
  }
}
