import StatusClaims
import StatusText

extension GSDMove {
  /// The numbers of STATE.md after so many more plans and phases are completed.
  mutating func writeState(plans: Int, phases: Int) {
    guard let state = project.state else { return }
    var values: [String: Int] = [:]
    for (noun, more) in [("plans", plans), ("phases", phases)] {
      for key in ["completed_\(noun)", "total_\(noun)"] {
        values[key] = field(key, state).flatMap { Int($0.text) }
      }
      guard let old = values["completed_\(noun)"], let place = field("completed_\(noun)", state) else {
        continue
      }
      let more = noun == "plans" ? uncounted(more, in: old) : more
      if more == 0 { continue }
      values["completed_\(noun)"] = max(0, min(old + more, values["total_\(noun)"] ?? .max))
      edits.write("\(values["completed_\(noun)"] ?? old)", at: place, "completed_\(noun)")
    }
    let shares = ["plans", "phases"].compactMap { noun -> Int? in
      guard let done = values["completed_\(noun)"], let total = values["total_\(noun)"], total > 0 else {
        return nil
      }
      return min(100, (done * 200 + total) / (2 * total))
    }
    if plans != 0 || phases != 0, let percent = shares.min() { writePercent(percent, state, plans) }
    edits.write(now: project.tree.now, at: field("last_updated", state), "last_updated")
    if !edits.places.isEmpty {
      edits.write(now: project.tree.now, at: field("last_activity", state), "last_activity")
    }
  }

  /// How many of `step` more plans a number does not count yet: none if it counts summaries rather than boxes.
  private func uncounted(_ step: Int, in number: Int) -> Int {
    let ticked = project.phases.reduce(0) { $0 + $1.tickedPlans }
    let carriedOut = project.directories.reduce(0) { $0 + $1.counts.done }
    return number == carriedOut && number != ticked ? 0 : step
  }

  private func field(_ key: String, _ state: GSDState) -> PlacedText? {
    state.fields["progress.\(key)"] ?? state.fields[key]
  }

  private mutating func writePercent(_ percent: Int, _ state: GSDState, _ plans: Int) {
    if let place = field("percent", state) {
      edits.write(place.text.hasSuffix("%") ? "\(percent)%" : "\(percent)", at: place, "percent")
    }
    guard let progress = state.progress, !progress.isOfPhase else { return }
    let source = state.file.source
    var percent = percent
    if let fraction = progress.plans, let total = fraction.total, total > 0 {
      let done = max(0, min(fraction.done + uncounted(plans, in: fraction.done), total))
      edits.write("\(done)/\(total)", at: PlacedText(source, fraction.range), "Progress")
      // A line that counts plans says their part.
      percent = (done * 200 + total) / (2 * total)
    }
    edits.write("\(percent)", at: PlacedText(source, progress.percent), "Progress")
    if let bar = progress.bar { edits.write(bar.text(at: percent), at: PlacedText(source, bar.range), "bar") }
  }

  /// `Plan: 1 of 3` after one more plan or one less, in the way in which it was right before: the plan that comes next, or
  /// how many are done.
  mutating func writePlan(after step: Int) {
    guard step != 0, let state = project.state, state.phase?.number == phase.number, let plan = state.plan
    else { return }
    let done = phase.tickedPlans
    let new: Int
    if plan.number == min(done + 1, plan.total) {
      new = min(done + step + 1, plan.total)
    } else if plan.number == done {
      new = done + step
    } else {
      return
    }
    let place = PlacedText(state.file.source, plan.digits)
    let zeros = place.text.prefix { $0 == "0" }.isEmpty || new > 9 ? "" : "0"
    edits.write("\(zeros)\(new)", at: place, "Plan")
  }

  /// Makes STATE.md name the next phase, as upstream does after the current one.
  mutating func pointToNext() {
    guard let state = project.state else { return }
    let next = project.openPhases.first { $0.phase.number != phase.number && $0.phase.isOpen }
    if let next {
      let title = GSD.title(of: next.phase, project)
      if let place = state.phase?.value {
        let count = state.phaseCount.map { " of \($0.total)" } ?? ""
        edits.write(
          "\(next.phase.number.text)\(count)\(title.isEmpty ? "" : " (\(title))")", at: place, "Phase")
      }
      if let place = state.currentPhase?.value {
        edits.write(next.phase.number.text, at: place, "current_phase")
      }
      if let focus = state.focus, focus.number == phase.number {
        edits.write(
          "Phase \(next.phase.number.text)\(title.isEmpty ? "" : ": \(title)")", at: focus.value,
          "Current focus")
      }
    }
    if let place = state.plan?.value { edits.write("Not started", at: place, "Plan") }
    if let place = state.status {
      edits.write(next == nil ? "All phases complete" : "Ready to plan", at: place, "Status")
    }
    writeActivity(
      "Phase \(phase.number.text)", next.map { ", transitioned to Phase \($0.phase.number.text)" } ?? "")
  }

  /// Says in the text what the front matter has a new day for.
  mutating func writeActivity(_ name: String, _ rest: String = "") {
    guard !edits.places.isEmpty, let place = project.state?.lastActivity else { return }
    let word = isDone ? "complete" : move.status.stage == .active ? "in progress" : "reopened"
    edits.write("\(project.today) — \(name) \(word)\(rest)", at: place, "Last activity")
  }
}
