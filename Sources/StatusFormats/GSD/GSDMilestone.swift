import StatusClaims
import StatusText

/// A milestone, with every place of the roadmap that names it.
struct GSDMilestone {
  let label: MilestoneLabel
  let mentions: [MilestoneMention]

  /// The places that say that it is shipped, and those that say that it is not.
  var shipped: [MilestoneMention] { mentions.filter { $0.isShipped == true } }
  var open: [MilestoneMention] { mentions.filter { $0.isShipped == false } }

  /// Whether every place that says something says that it is shipped.
  var isShipped: Bool { open.isEmpty && !shipped.isEmpty }
  /// Whether places disagree.
  var isDisputed: Bool { !open.isEmpty && !shipped.isEmpty }
  /// The day on which it was shipped.
  var day: CalendarDay? { shipped.lazy.compactMap { $0.shipped?.day }.first }

  /// Whether the phase is one of those that it names.
  func holds(_ number: GSDNumber) -> Bool {
    mentions.contains { mention in
      mention.phases.numbers.contains(number) || mention.phases.ranges.contains { $0.contains(number.first) }
    }
  }

  /// The milestones of `roadmap`, in the order in which it names them.
  static func all(in roadmap: Roadmap) -> [GSDMilestone] {
    var order: [MilestoneLabel] = []
    let groups = Dictionary(grouping: roadmap.milestones, by: \.label)
    for mention in roadmap.milestones where !order.contains(mention.label) { order.append(mention.label) }
    return order.map { GSDMilestone(label: $0, mentions: groups[$0] ?? []) }
  }
}

extension GSDPhase {
  /// Whether the phase is finished history among `milestones`.
  func isHistory(_ milestones: [GSDMilestone]) -> Bool {
    let own = milestones.filter { labels.contains($0.label) }
    if own.contains(where: \.isDisputed) { return false }
    let isClosed =
      items.contains { $0.scope.isClosed } || sections.contains { $0.scope.isClosed }
      || rows.contains { $0.scope.isClosed }
    if isClosed || !own.isEmpty && own.allSatisfy(\.isShipped) { return true }
    let holders = milestones.filter { $0.holds(number) && (labels.isEmpty || labels.contains($0.label)) }
    return !holders.isEmpty && holders.allSatisfy(\.isShipped)
  }
}
