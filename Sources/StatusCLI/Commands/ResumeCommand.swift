import StatusReport
import StatusSync
import StatusText

/// `statuslint resume`: says where an interrupted implementation continues.
package struct ResumeCommand: ListingCommand {
  package static let name = "resume"
  package static let argumentCounts = 1...1
  package static var options: [CommandOption<ResumeCommand>] { treeOptions + [formatOption] }

  package var common = CommonOptions()
  var format = ListFormat.usual
  private let task: Int

  /// The command for one task.
  package init(arguments: [String]) throws(CommandError) { task = try NumberArgument.task(arguments[0]) }

  /// Prints the answer. The exit code is 1 if the task cannot be resumed, and 3 if a file cannot be read.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let answer: ResumePlanner.Answer
    var result = SyncResult()
    do throws(CommandError) {
      let tree = try TaskTree(of: [task], common, in: surroundings)
      result.shown = ShownPath(
        repository: tree.location.repository, workingDirectory: surroundings.workingDirectory)
      answer = ResumePlanner(try tree.load()).answer(task)
    } catch {
      if asJSON { try console.print(obstacle(error), as: .json) }
      throw error
    }
    result.errors = answer.errors
    if asJSON {
      try console.print(json(answer), as: .json)
    } else {
      for line in lines(answer, result.shown) { try console.print(line) }
      SyncReporter.complain(result, console)
    }
    return result.exitCode
  }

  /// The JSON object if the tree could not be read.
  private func obstacle(_ error: CommandError) -> [UInt8] {
    var json = JSONWriter(capacity: 512)
    json.object { json in
      json.member("task", task)
      json.member("resumable", false)
      json.array("errors", [SyncError(error)]) { json, error in ReturnObject.write(error, to: &json) }
    }
    return json.finish()
  }

  private func lines(_ answer: ResumePlanner.Answer, _ shown: (String) -> String) -> [Message] {
    guard answer.errors.isEmpty, let phase = answer.point?.phase else { return [] }
    var lines: [Message] = ["task \(task) continues with phase \(phase.number): \(phase.title)"]
    if let plan = answer.plan { lines.append("plan \(shown(plan))") }
    let skipped = answer.point?.skipped.map(\.number) ?? []
    if !skipped.isEmpty { lines.append("skip \(skipped.joined(separator: ", "))") }
    if let claim = answer.claim { lines.append("session \(claim.session)") }
    return lines
  }

  private func json(_ answer: ResumePlanner.Answer) -> [UInt8] {
    var json = JSONWriter(capacity: 1024)
    json.object { json in
      json.member("task", task)
      json.member("resumable", answer.errors.isEmpty)
      json.member("status", answer.status)
      json.member("plan", answer.plan)
      json.member("session_id", answer.claim?.session)
      json.member("session_started", answer.claim?.started)
      if let phase = answer.point?.phase {
        json.object("phase") { Self.write(phase, to: &$0) }
      } else {
        json.null("phase")
      }
      json.array("skip", answer.point?.skipped ?? []) { json, phase in
        json.object { Self.write(phase, to: &$0) }
      }
      json.array("remaining", answer.point?.remaining ?? []) { json, phase in
        json.object { Self.write(phase, to: &$0) }
      }
      json.array("errors", answer.errors) { json, error in ReturnObject.write(error, to: &json) }
    }
    return json.finish()
  }

  private static func write(_ phase: ResumePoint.Stage, to json: inout JSONWriter) {
    json.member("phase_number", phase.number)
    json.member("title", phase.title)
    json.member("status", phase.status)
  }
}
