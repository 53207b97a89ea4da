import StatusReport

/// The summary of a log, for programs: `schemas/log.schema.json`.
enum LogJSON {
  /// The object of `summary`.
  static func render(_ summary: LogSummary) -> [UInt8] {
    var json = JSONWriter(capacity: 4096)
    json.object { json in
      json.member("updates", summary.all.total)
      write(summary.all, to: &json)
      json.member("first", summary.times?.first)
      json.member("last", summary.times?.last)
      json.array("commands", summary.commandsByName) { json, command in
        json.object { json in
          json.member("command", command.name)
          write(command.outcomes, to: &json)
        }
      }
      json.array("errors", summary.errorsByCount) { json, error in
        json.object { json in
          json.member("type", error.type)
          json.member("count", error.count)
        }
      }
      json.array("slowest", summary.slowest) { json, entry in
        json.object { json in
          json.member("seconds", seconds: entry.seconds)
          json.member("command", entry.command)
          json.array("tasks", entry.tasks) { json, task in json.object { $0.member("task", task) } }
          json.member("time", entry.time)
          json.member("session", entry.session)
          json.member("error", entry.error)
        }
      }
      json.array("sessions", summary.busiestSessions) { json, session in
        json.object { json in
          json.member("session", session.name)
          write(session.outcomes, to: &json)
        }
      }
      json.member("unread", summary.unreadCount)
      json.array("unread_lines", summary.unread) { json, line in
        json.object { json in
          json.member("line", line.number)
          json.member("reason", line.reason.shown)
        }
      }
    }
    return json.finish()
  }

  private static func write(_ outcomes: LogSummary.Outcomes, to json: inout JSONWriter) {
    json.member("done", outcomes.done)
    json.member("refused", outcomes.refused)
  }
}
