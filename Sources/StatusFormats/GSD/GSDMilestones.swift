import StatusClaims
import StatusText

/// The milestones of a roadmap, in the order in which it names them, with the phases that each names.
struct GSDMilestones {
  let all: [GSDMilestone]
  private let byLabel: [MilestoneLabel: Int]
  /// The milestones that name each number, alone or in a range.
  private var byNumber: [GSDNumber: Set<Int>] = [:]
  /// The milestones with a range around each whole number.
  private var byRange: [Int: Set<Int>] = [:]

  /// The milestones of `roadmap`.
  init(_ roadmap: Roadmap?) {
    let mentions = roadmap?.milestones ?? []
    let groups = Dictionary(grouping: mentions, by: \.label)
    var known: Set<MilestoneLabel> = []
    all = mentions.compactMap { mention in
      known.insert(mention.label).inserted
        ? GSDMilestone(label: mention.label, mentions: groups[mention.label] ?? []) : nil
    }
    byLabel = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.label, $0) })
    for (index, milestone) in all.enumerated() {
      for mention in milestone.mentions {
        for number in mention.phases.numbers { byNumber[number, default: []].insert(index) }
        for number in mention.phases.ranges.joined() { byRange[number, default: []].insert(index) }
      }
    }
  }

  /// The milestone with this label.
  subscript(_ label: MilestoneLabel) -> GSDMilestone? { byLabel[label].map { all[$0] } }

  /// The milestones that name the phase, or a range around it.
  func holders(of number: GSDNumber) -> [GSDMilestone] {
    (byNumber[number] ?? []).union(byRange[number.first] ?? []).sorted().map { all[$0] }
  }
}

extension GSDPhase {
  /// Whether the phase is finished history among `milestones`.
  func isHistory(_ milestones: GSDMilestones) -> Bool {
    let own = labels.compactMap { milestones[$0] }
    if own.contains(where: \.isDisputed) { return false }
    let isClosed =
      items.contains { $0.scope.isClosed } || sections.contains { $0.scope.isClosed }
      || rows.contains { $0.scope.isClosed }
    if isClosed || !own.isEmpty && own.allSatisfy(\.isShipped) { return true }
    let holders = milestones.holders(of: number).filter { labels.isEmpty || labels.contains($0.label) }
    return !holders.isEmpty && holders.allSatisfy(\.isShipped)
  }
}
