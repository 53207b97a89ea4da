import StatusReport
import StatusSync

/// What an update tells a program that made it (schemas/return.schema.json).
struct ReturnObject {
  let result: SyncResult
  let options: SyncOptions

  /// Its JSON.
  var bytes: [UInt8] {
    var json = JSONWriter(capacity: 2048)
    json.object { json in
      json.member("status", result.errors.isEmpty ? "completed" : "failed")
      json.member("summary", summary)
      writeTasks(to: &json)
      writeSubject(to: &json)
      json.array("artifacts", result.update?.artifacts ?? []) { json, artifact in
        json.object { json in
          json.member("type", artifact.type)
          json.member("path", artifact.path)
          json.member("summary", artifact.summary ?? "")
        }
      }
      writeMetadata(to: &json)
      writeErrors(to: &json)
      json.strings("warnings", warnings.map(\.description))
      json.member("next_steps", result.nextSteps)
      json.strings("files_updated", result.written)
      json.member("rollback_performed", result.isRolledBack)
      json.member("rollback_details", result.rollbackDetails?.description)
      writeBeginning(to: &json)
      if let patch = result.patch {
        json.member("dry_run", true)
        json.member("diff", String(decoding: patch, as: UTF8.self))
      }
    }
    return json.finish()
  }

  private var warnings: [SyncMessage] { result.warnings + (result.update?.warnings ?? []) }

  /// What happened, in one line.
  private var summary: String {
    if let error = result.errors.first {
      let others = result.errors.count - 1
      return others == 0 ? error.message.description : "\(error.message) (and \(others) more)"
    }
    if let subject = result.subject {
      return subject.places.isEmpty ? "nothing to do" : SyncText.lines(subject, { $0 })[0]
    }
    guard let update = result.update else {
      return result.beginning.map { _ in "the workflow continues; no changes" }
        ?? "nothing to do"
    }
    return SyncText.lines(update.moves).joined(separator: "; ")
  }

  private func writeTasks(to json: inout JSONWriter) {
    json.array("tasks", result.update?.moves ?? []) { json, move in
      json.object { json in
        json.member("task", move.task)
        json.member("from", move.old)
        json.member("to", move.new)
        json.member("plan", move.plan)
        json.array("phases", move.phases) { json, phase in
          json.object { json in
            json.member("phase_number", phase.number)
            json.member("from", phase.old)
            json.member("to", phase.new)
          }
        }
      }
    }
  }

  private func writeSubject(to json: inout JSONWriter) {
    guard let subject = result.subject else { return }
    json.object("subject") { json in
      json.member("root", subject.root)
      json.member("format", subject.format)
      json.member("kind", subject.kind)
      json.member("id", subject.id)
      json.member("from", subject.from)
      json.member("to", subject.to)
      json.array("places", subject.places) { json, place in
        json.object { json in
          json.member("path", place.path)
          json.member("line", place.position.line)
          json.member("column", place.position.column)
          json.member("name", place.name)
          json.member("from", place.old)
          json.member("to", place.new)
        }
      }
    }
  }

  private func writeMetadata(to json: inout JSONWriter) {
    json.object("metadata") { json in
      json.member("session_id", result.session ?? options.session)
      json.member("duration_seconds", seconds: result.seconds)
      json.member("agent_type", "statuslint")
      json.member("delegation_depth", options.delegationDepth ?? 0)
      json.strings("delegation_path", options.delegationPath)
    }
  }

  private func writeErrors(to json: inout JSONWriter) {
    json.array("errors", result.errors) { json, error in Self.write(error, to: &json) }
  }

  /// Writes an error as an array's element.
  static func write(_ error: SyncError, to json: inout JSONWriter) {
    json.object { json in
      json.member("type", error.kind.rawValue)
      json.member("message", error.message.description)
      json.member("code", error.code)
      json.member("recoverable", error.isRecoverable)
      json.member("recommendation", error.recommendation.description)
    }
  }

  private func writeBeginning(to json: inout JSONWriter) {
    guard let beginning = result.beginning else { return }
    json.member("resumed", beginning.isResumed)
    json.member("language", beginning.language)
    guard let phase = beginning.phase else { return json.null("phase") }
    json.object("phase") { json in
      json.member("phase_number", phase.number)
      json.member("title", phase.title)
    }
  }
}
