import StatusModel
import StatusReport
import StatusText

/// The JSON objects of tasks, with the claims of every file.
struct TaskJSON {
  private let workspace: Workspace
  private let facts: TaskFacts

  private let failures: [FileFailure]

  /// The tasks of `workspace`; `failures` are the files that could not be read.
  init(_ workspace: Workspace, _ failures: [FileFailure]) {
    self.workspace = workspace
    self.failures = failures
    self.facts = TaskFacts(workspace)
  }

  /// Writes the members of one task.
  func write(_ task: TrackedTask, to json: inout JSONWriter) {
    writeFailure(&json)
    write(task, &json)
  }

  /// Writes the members of an object with the tree and `tasks`.
  func write(_ tasks: [TrackedTask], to json: inout JSONWriter) {
    json.member("root", workspace.root.path)
    json.member("profile", workspace.profile.name)
    json.member("profileReason", workspace.detection.reason)
    writeFailure(&json)
    json.array("tasks", tasks) { json, task in json.object { write(task, &$0) } }
  }

  /// Lists the files that could not be read, because their values are then null.
  private func writeFailure(_ json: inout JSONWriter) {
    if failures.isEmpty { return json.null("failure") }
    json.array("failure", failures) { json, failure in json.object { failure.write(to: &$0) } }
  }

  private func write(_ task: TrackedTask, _ json: inout JSONWriter) {
    json.member("number", task.number)
    json.member("title", facts.title(task))
    claim("taskList", facts.listed(task), &json)
    claim("registry", facts.registered(task), &json)
    claim("projectState", facts.projectState(task), &json)
    json.array("timestamps", timestamps(task)) { json, found in
      json.object { json in
        json.member("name", found.claim.name)
        json.member("value", found.source.text(found.claim.valueRange))
        place(found.source, found.claim.valueRange, &json)
      }
    }
    plan(task, &json)
    json.array("artifacts", workspace.links.filter { $0.task == task.number }) { json, link in
      json.object { json in
        json.member("link", link.text)
        json.member("path", link.target.path)
        json.member("from", link.file)
      }
    }
    json.array("directories", task.directories) { json, index in
      json.object { $0.member("path", workspace.directories[index].path) }
    }
    json.array("dependencies", dependencies(task)) { json, number in json.object { $0.member("task", number) }
    }
  }

  private func claim(_ name: StaticString, _ claim: TaskFacts.Claim?, _ json: inout JSONWriter) {
    guard let claim else { return json.null(name) }
    json.object(name) { json in
      json.member("status", claim.status)
      json.member("path", claim.path)
      json.member("line", claim.line)
    }
  }

  private func plan(_ task: TrackedTask, _ json: inout JSONWriter) {
    guard let plan = workspace.currentPlan(of: task) else { return json.null("plan") }
    json.object("plan") { json in
      json.member("path", plan.path)
      json.member("status", plan.marker.map { facts.word($0, plan.source) })
      json.array("phases", plan.phases) { json, phase in
        json.object { json in
          json.member("number", phase.number.label)
          json.member("title", phase.title(in: plan.source))
          json.member("status", phase.marker.map { facts.word($0, plan.source) })
          let lines = LineIndex(plan.source)
          json.member("startLine", lines.line(at: phase.range.lower))
          json.member("endLine", lines.line(at: max(phase.range.lower, phase.range.upper - 1)))
          json.array("timestamps", phase.timestamps) { json, claim in
            json.object { json in
              json.member("name", claim.name)
              json.member("value", plan.source.text(claim.valueRange))
            }
          }
        }
      }
    }
  }

  private func place(_ source: SourceText, _ range: ByteRange, _ json: inout JSONWriter) {
    json.member("path", source.path)
    json.member("line", facts.line(source, range))
  }

  private func timestamps(_ task: TrackedTask) -> [(source: SourceText, claim: TimestampClaim)] {
    let listed =
      workspace.taskList.map { list in (task.entry?.timestamps ?? []).map { (list.source, $0) } } ?? []
    let registered = workspace.registry.map { registry in
      (task.state?.timestamps ?? []).map { (registry.source, $0) }
    }
    return listed + (registered ?? [])
  }

  private func dependencies(_ task: TrackedTask) -> [Int] {
    var seen: Set<Int> = []
    return TaskDependencies.claims(of: task, in: workspace).map(\.number).filter { seen.insert($0).inserted }
  }
}
