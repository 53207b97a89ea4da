import StatusReport

extension String {
  /// The columns that the text takes on a terminal.
  var columns: Int { DisplayWidth.columns(of: self) }

  /// The text with spaces after it, at least `width` columns wide.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
