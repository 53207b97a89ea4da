import StatusFileSystem
import StatusModel
import StatusReport
import StatusSync
import StatusText

/// A record of updates: one JSON line each, at the end of a file that others read and turn over. Every line has the
/// same members, whatever the command and whatever became of it.
struct SyncLog {
  /// How every line begins.
  private static let lineStart = Array("{ \"time\":".utf8)

  /// How many of the first bytes of a file tell whether it is a log.
  static let startLength = 2 * lineStart.count

  /// Whether a file that begins with `start` is a log. Its first line may have been cut off anywhere.
  static func isLog(startingWith start: [UInt8]) -> Bool {
    if lineStart.starts(with: start) { return true }
    let first = start.prefix { $0 != UInt8(ascii: "\n") }
    let isCutOff = lineStart.starts(with: first)
    return start.dropFirst(isCutOff ? first.count + 1 : 0).starts(with: lineStart)
  }

  let path: String
  let surroundings: Surroundings

  private var file: AppendedFile { AppendedFile(path, in: surroundings.fileSystem) }

  /// Refuses a log that cannot be written, before anything is done.
  func prepare() throws(CommandError) {
    do {
      try file.prepare()
    } catch {
      throw .failure("cannot use the log: \(error.message)", hint: error.hint)
    }
  }

  /// Appends a line about the effect of `command` on `tasks`. `task`, `from` and `to` are null for several tasks.
  func append(_ result: SyncResult, _ command: SyncCommand, tasks: [Int], session: String?)
    throws(FileSystemError)
  {
    var json = JSONWriter(capacity: 512, layout: .line)
    let moves = result.update?.moves.map { (task: $0.task, from: $0.old, to: $0.new) } ?? result.refused
    let only = tasks.count == 1 ? moves.first : nil
    json.object { json in
      json.member("time", Timestamp(secondsSince1970: surroundings.now())?.fullText)
      json.member("command", command.name)
      json.member("workflow", command.workflow?.rawValue)
      json.member("session", result.session ?? session)
      json.member("task", tasks.count == 1 ? tasks.first : nil)
      json.member("subject", result.subject?.id)
      json.member("from", result.subject.map(\.from) ?? only?.from)
      json.member("to", result.subject?.to ?? only?.to)
      json.array("tasks", moves.isEmpty ? tasks.map { (task: $0, from: nil, to: nil) } : moves) {
        json, move in
        json.object { json in
          json.member("task", move.task)
          json.member("from", move.from)
          json.member("to", move.to)
        }
      }
      json.strings("files", result.written)
      json.member("seconds", seconds: result.seconds)
      json.member("error", result.errors.first?.kind.rawValue)
    }
    try file.append(line: json.finish())
  }
}
