import StatusModel
import StatusText

/// All details of one task, as text.
struct TaskText {
  private let workspace: Workspace
  private let facts: TaskFacts
  private let shown: ShownPath

  init(_ workspace: Workspace, _ shown: ShownPath) {
    self.workspace = workspace
    self.shown = shown
    self.facts = TaskFacts(workspace)
  }

  func render(_ task: TrackedTask) -> Message {
    var text: Message = "Task \(task.number): \(facts.title(task))\n\nStatus\n"
    let claims = [facts.listed(task), facts.registered(task), facts.projectState(task), facts.planned(task)]
    for claim in claims.compactMap({ $0 }) {
      let status: Message = claim.status.isEmpty ? "(none)" : "\(claim.status)"
      text += "  \(status.padded(to: 14))"
      text += "  \(shown.unescaped(claim.path)):\(claim.line)\n"
    }
    if let plan = workspace.currentPlan(of: task),
      !(plan.phases.isEmpty && plan.unreadablePhases.isEmpty)
    {
      text += "\nPhases of \(shown.unescaped(plan.path))\n"
      let numbers = plan.phases.map { "\($0.number.label)" as Message }
      let width = max(4, numbers.map(\.columns).max() ?? 0)
      for (phase, number) in zip(plan.phases, numbers) {
        let status: Message = phase.marker.map { "\(facts.word($0, plan.source))" } ?? "(none)"
        text += "  \(number.padded(to: width)) \(status.padded(to: 14))"
        text += " \(phase.title(in: plan.source))\n"
      }
      if let heading = plan.unreadablePhases.first {
        text += "  The plan cannot be read: \"\(plan.source.text(heading))\" is not a phase heading\n"
      }
    }
    let links = distinct(workspace.links.filter { $0.task == task.number })
    if !links.isEmpty {
      text += "\nArtifacts\n"
      for link in links { text += "  \(Self.found(link))  \(link.text)\n" }
    }
    return text
  }

  /// The links, each artifact once, by its longest name: several files may name it, each from another directory.
  private func distinct(_ links: [ArtifactLink]) -> [ArtifactLink] {
    var order: [String] = []
    var best: [String: ArtifactLink] = [:]
    for link in links {
      let key: String
      switch link.target {
      case .file(let path, _), .directory(let path): key = path
      case .missing, .absolute, .outside, .unknown: key = "\0" + link.text
      }
      guard let known = best[key] else {
        order.append(key)
        best[key] = link
        continue
      }
      if link.text.utf8.count > known.text.utf8.count { best[key] = link }
    }
    return order.compactMap { best[$0] }
  }

  private static func found(_ link: ArtifactLink) -> String {
    switch link.target {
    case .file(_, 0): "empty  "
    case .file, .directory: "ok     "
    case .missing: "missing"
    case .absolute, .outside: "outside"
    case .unknown: "unknown"
    }
  }
}
