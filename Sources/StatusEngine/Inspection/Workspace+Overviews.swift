import StatusDiagnostics
import StatusModel
import StatusText

extension Workspace {
  /// `tasks` as a board and a timeline show them. The bytes of the plans must have been kept.
  package func overviews(of tasks: [TrackedTask]) -> [TaskOverview] {
    tasks.map { task in
      let plan = currentPlan(of: task)
      return TaskOverview(
        root: root.path, number: task.number, title: title(of: task), state: state(of: task),
        days: Self.days(of: (task.entry?.timestamps ?? []) + (task.state?.timestamps ?? [])),
        phases: (plan?.mainPhases ?? []).map { phase in
          TaskOverview.Phase(
            number: phase.number.label, title: plan.map { phase.title(in: $0.source) } ?? "",
            state: state(phase.marker?.reading, written: ""), days: Self.days(of: phase.timestamps))
        }, hasUnreadablePhases: plan?.unreadablePhases.isEmpty == false)
    }
  }

  private func title(of task: TrackedTask) -> String {
    if let entry = task.entry, let list = taskList, !entry.title.isEmpty {
      return list.source.text(entry.title)
    }
    return task.state?.name ?? ""
  }

  private func state(of task: TrackedTask) -> TaskOverview.State {
    if let marker = task.entry?.marker, let list = taskList {
      return state(marker.reading, written: list.source.text(marker.range))
    }
    return state(task.state?.reading, written: task.state?.status?.text ?? "")
  }

  private func state(_ reading: MarkerReading?, written: String) -> TaskOverview.State {
    guard let status = reading?.status else {
      return TaskOverview.State(written.isEmpty ? "no status" : written, .open)
    }
    return profile.state(status)
  }

  /// The first and the last day of what happened.
  private static func days(of claims: [TimestampClaim]) -> ClosedRange<CalendarDay>? {
    let days = claims.compactMap { $0.event == nil ? nil : $0.reading.found?.timestamp.day }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}
