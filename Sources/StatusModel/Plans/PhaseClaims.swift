/// What the phases of a plan claim, each for itself and for the phase that it is a part of.
///
/// A part of a phase needs no marker, but with one it is a claim of its own. A phase without a marker is what its
/// marked parts are; they then need a marker each.
package struct PhaseClaims: Sendable {
  /// For each phase, whether it has a marker.
  package let isMarked: [Bool]
  /// For each phase, its status; nil without a marker, and where the marker is not a status.
  package let statuses: [Status?]
  private let parents: [Int]
  private let hasMarkedPart: [Bool]

  /// The claims of the phases of `plan` once those at some indices have the statuses of `changes`.
  package init(_ plan: Plan, after changes: [Int: Status] = [:]) {
    let phases = plan.phases
    statuses = phases.indices.map { changes[$0] ?? phases[$0].status }
    let isMarked = phases.indices.map { changes[$0] != nil || phases[$0].marker != nil }
    var hasMarkedPart = [Bool](repeating: false, count: phases.count)
    for (index, phase) in phases.enumerated() where phase.parent >= 0 && isMarked[index] {
      hasMarkedPart[phase.parent] = true
    }
    self.isMarked = isMarked
    self.hasMarkedPart = hasMarkedPart
    parents = phases.map(\.parent)
  }

  /// Whether the phase at `index` needs no marker of its own: its parts speak for it, or the phase that it is a part
  /// of.
  package func isSpokenFor(_ index: Int) -> Bool {
    let parent = parents[index]
    return hasMarkedPart[index] || parent >= 0 && (isMarked[parent] || !hasMarkedPart[parent])
  }

  /// Whether the phase at `index` is a part of one that has a marker of its own.
  package func isPartOfMarked(_ index: Int) -> Bool { parents[index] >= 0 && isMarked[parents[index]] }
}
