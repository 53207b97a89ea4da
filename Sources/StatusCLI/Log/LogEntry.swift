import StatusSyntax
import StatusText

/// A line of a log: what became of one update.
struct LogEntry {
  /// When it was written, as `YYYY-MM-DDTHH:MM:SSZ`.
  let time: String
  /// The command, with its workflow: "finish implement".
  let command: String
  /// The session that it belongs to.
  let session: String?
  /// The numbers of its tasks.
  let tasks: [Int]
  /// How long it took.
  let seconds: Double
  /// The type of the error; nil if it was done.
  let error: String?

  /// A line that is not one of a log, and why.
  struct Fault: Error {
    /// What the line is instead: "not JSON: a value is missing".
    let text: Message
  }

  /// Reads a line, without its line end.
  init(_ line: [UInt8]) throws(Fault) {
    let tree = JSONTree(SourceText(path: "", bytes: line))
    guard let root = tree.root else { throw Fault(text: Self.fault(tree)) }
    guard let time = root["time"]?.string, let command = root["command"]?.string,
      SyncCommand.names.contains(command), let seconds = root["seconds"]?.double, seconds.isFinite
    else { throw Fault(text: "not an entry of a log") }
    self.time = time
    self.command = root["workflow"]?.string.map { "\(command) \($0)" } ?? command
    session = root["session"]?.string
    tasks = root["tasks"]?.elements.compactMap { $0["task"]?.integer } ?? []
    self.seconds = seconds
    error = root["error"]?.string
  }

  private static func fault(_ tree: JSONTree) -> Message {
    let line = tree.source.bytes
    guard let error = tree.error, !line.allSatisfy(ASCII.isWhitespace) else { return "empty" }
    return error.offset == line.count ? "cut off" : "not JSON: \(error.message)"
  }
}
