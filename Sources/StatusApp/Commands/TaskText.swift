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

  func render(_ task: TrackedTask) -> [UInt8] {
    var text = "Task \(task.number): \(DisplayText.escaped(facts.title(task)))\n\nStatus\n"
    let claims = [facts.listed(task), facts.registered(task), facts.projectState(task), facts.planned(task)]
    for claim in claims.compactMap({ $0 }) {
      text += "  \((claim.status.isEmpty ? "(none)" : DisplayText.escaped(claim.status)).padded(to: 14))"
      text += "  \(DisplayText.escaped(shown.unescaped(claim.path))):\(claim.line)\n"
    }
    if let plan = workspace.currentPlan(of: task),
      !(plan.phases.isEmpty && plan.unreadablePhases.isEmpty)
    {
      text += "\nPhases of \(DisplayText.escaped(shown.unescaped(plan.path)))\n"
      for phase in plan.phases {
        let status = phase.marker.map { facts.word($0, plan.source) } ?? "(none)"
        text += "  \(phase.number.label.padded(to: 4)) \(DisplayText.escaped(status).padded(to: 14))"
        text += " \(DisplayText.escaped(phase.title(in: plan.source)))\n"
      }
      if let heading = plan.unreadablePhases.first {
        text +=
          "  The plan cannot be read: \(DisplayText.escaped("\"\(plan.source.text(heading))\"")) is not a phase heading\n"
      }
    }
    let links = distinct(workspace.links.filter { $0.task == task.number })
    if !links.isEmpty {
      text += "\nArtifacts\n"
      for link in links { text += "  \(Self.found(link))  \(DisplayText.escaped(link.text))\n" }
    }
    return Array(text.utf8)
  }

  /// The links, each artifact once, by its longest name: several files may name it, each from another directory.
  private func distinct(_ links: [ArtifactLink]) -> [ArtifactLink] {
    var order: [String] = []
    var best: [String: ArtifactLink] = [:]
    for link in links {
      let key: String
      switch link.target {
      case .file(let path, _), .directory(let path): key = path
      case .missing, .absolute, .outside: key = "\0" + link.text
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
    }
  }
}
