import StatusFileSystem
import StatusModel
import StatusReport
import StatusSync

/// A record of updates: one JSON line each, at the end of a file that others read and turn over.
struct SyncLog {
  let path: String
  let surroundings: Surroundings

  /// Appends a line about an update of `tasks`.
  func append(_ result: SyncResult, tasks: [Int], session: String?) throws(FileSystemError) {
    var json = JSONWriter(capacity: 512)
    let moves = result.update?.moves.map { (task: $0.task, from: $0.old, to: $0.new) } ?? result.refused
    json.object { json in
      json.member("time", Timestamp(secondsSince1970: surroundings.now())?.fullText)
      json.member("session", result.session ?? session)
      if tasks.count == 1 {
        json.member("task", tasks.first)
        json.member("from", moves.first?.from)
        json.member("to", moves.first?.to)
      } else {
        json.array("tasks", moves) { json, move in
          json.object { json in
            json.member("task", move.task)
            json.member("from", move.from)
            json.member("to", move.to)
          }
        }
      }
      json.strings("files", result.written)
      json.member("seconds", seconds: result.seconds)
      json.member("error", result.errors.first?.kind.rawValue)
    }
    // Strings hold no line ends: what the writer puts between members is all that has to go.
    let line = String(decoding: json.finish(), as: UTF8.self).split(separator: "\n").map {
      $0.drop { $0 == " " }
    }.joined(separator: " ")
    try AppendedFile(path, in: surroundings.fileSystem).append(Array((line + "\n").utf8))
  }
}
