import StatusHistory
import StatusText

/// Writes a history as it is found, so that a long one needs no memory, but for the formats that are one document.
struct HistoryOutput<Wording: HistoryWording> {
  private let writer: Wording
  private let console: Console
  private var text: Message = ""
  private var lines: [UInt8] = []
  private var entries: [(LoggedCommit, Wording.Event)] = []

  /// So many bytes are written at once.
  private static var portion: Int { 1 << 16 }

  init(_ writer: Wording, _ console: Console) {
    self.writer = writer
    self.console = console
  }

  /// Writes what a commit did.
  mutating func add(_ events: [Wording.Event], of commit: LoggedCommit) throws(CommandError) {
    if events.isEmpty { return }
    switch writer.format {
    case .text:
      text += writer.text(events, of: commit)
      if text.shown.utf8.count > Self.portion { try flush() }
    case .jsonl:
      for event in events { lines += writer.line(event, of: commit) }
      if lines.count > Self.portion { try flush() }
    case .json: entries += events.map { (commit, $0) }
    // A page is made of what HistoryPicture collects.
    case .html: break
    }
  }

  /// Writes the rest.
  mutating func finish() throws(CommandError) {
    if writer.format == .json { try console.print(writer.document(entries), as: .json) } else { try flush() }
  }

  /// Writes when files disagreed.
  func finish(_ intervals: [Wording.Interval]) throws(CommandError) {
    switch writer.format {
    case .text: try console.print(text: intervals.map(writer.text).joined())
    case .jsonl: try console.print(intervals.flatMap(writer.line), as: .json)
    case .json, .html: try console.print(writer.document(intervals), as: .json)
    }
  }

  /// Writes what there is to count.
  func finish(_ summary: HistorySummary<Wording.Status>, _ intervals: [Wording.Interval]) throws(CommandError)
  {
    if writer.format == .text {
      try console.print(text: writer.text(summary, intervals))
    } else {
      try console.print(writer.document(summary, intervals), as: .json)
    }
  }

  private mutating func flush() throws(CommandError) {
    if !text.isEmpty { try console.print(text: text) }
    if !lines.isEmpty { try console.print(lines, as: .json) }
    text = ""
    lines = []
  }
}
