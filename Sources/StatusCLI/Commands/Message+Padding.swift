import StatusReport
import StatusText

extension Message {
  /// The columns that the message takes on a terminal.
  var columns: Int { DisplayWidth.columns(of: shown) }

  /// The message with spaces after it, at least `width` columns wide.
  func padded(to width: Int) -> Message {
    "\(self)\(raw: String(repeating: " ", count: max(0, width - columns)))"
  }
}
