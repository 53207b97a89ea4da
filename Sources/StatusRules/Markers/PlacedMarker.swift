import StatusDiagnostics
import StatusModel
import StatusText

/// A marker of a Markdown file, and whose status it claims.
struct PlacedMarker {
  let marker: Marker
  /// A task, a plan or a phase.
  let subject: Finding.Subject
  let task: Int?
  /// The phase's number, where it is a phase's.
  let phase: String?

  /// Every marker of `file`, in the order of the document: those of its tasks, or its own and those of its phases.
  static func all(in file: TrackedFile, of context: FileContext) -> [PlacedMarker] {
    switch file.content {
    case .taskList(let list):
      return list.tasks.flatMap { task in
        let heading = task.headingMarker.map { [$0] } ?? []
        return (heading + task.statusMarkers).map {
          PlacedMarker(marker: $0, subject: .task, task: task.number, phase: nil)
        }
      }
    case .plan(let plan):
      let task = context.taskNumber(of: file)
      let own = plan.statusMarkers.map { PlacedMarker(marker: $0, subject: .plan, task: task, phase: nil) }
      // What is below the heading of a phase that has a marker in it is judged where it names a status; else it is
      // prose.
      var all = own
      for phase in plan.phases {
        for (place, marker) in phase.markers.enumerated() where place == 0 || marker.claimsStatus {
          all.append(PlacedMarker(marker: marker, subject: .phase, task: task, phase: phase.number.label))
        }
      }
      return all
    case .registry, .projectState, .none:
      return []
    }
  }
}
