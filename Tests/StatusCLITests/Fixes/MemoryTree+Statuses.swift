import StatusModel
import StatusTestTrees
import StatusText

extension MemoryTree {
  /// The statuses that each file claims with certainty for each task, plan and phase, by path and name.
  func statuses() -> [String: [Status]] {
    let vocabulary = (profile ?? .opencode).vocabulary
    var found: [String: [Status]] = [:]
    for (path, bytes) in files {
      guard let kind = Self.kind(path) else { continue }
      let file = TrackedFile(
        kind: kind, directory: -1, source: SourceText(path: path, bytes: bytes), vocabulary: vocabulary)
      switch file.content {
      case .taskList(let list):
        for task in list.tasks {
          let markers = ([task.headingMarker] + task.statusMarkers).compactMap { $0?.status }
          found["\(path) task \(task.number)", default: []] += markers
        }
      case .registry(let registry):
        for entry in registry.entries {
          found["\(path) task \(entry.number ?? -1)", default: []] += [entry.certainStatus].compactMap(\.self)
        }
      case .plan(let plan):
        found["\(path) plan", default: []] += plan.statusMarkers.compactMap(\.status)
        for phase in plan.phases {
          found["\(path) phase \(phase.number.label)", default: []] += phase.markers.compactMap(\.status)
        }
      default: break
      }
    }
    return found.filter { !$0.value.isEmpty }
  }

  private static func kind(_ path: String) -> TrackedFile.Kind? {
    switch path {
    case "specs/TODO.md": .taskList
    case "specs/state.json": .registry
    default: path.contains("/plans/") && path.hasSuffix(".md") ? .plan : nil
    }
  }
}
