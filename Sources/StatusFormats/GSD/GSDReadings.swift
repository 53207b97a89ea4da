import StatusClaims
import StatusText

/// The ways in which phases and plans can be counted. Upstream counts them in several, so each is accepted.
struct GSDReadings {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  /// Whether the roadmap still lists what it counts: a milestone of which only a range is left cannot be counted.
  var isDerivable: Bool {
    guard project.roadmap != nil, !project.phases.isEmpty else { return false }
    let listed = Set(project.phases.map(\.number))
    return project.milestones.all.allSatisfy { milestone in
      milestone.mentions.allSatisfy { $0.phases.numbers.allSatisfy { listed.contains($0) } }
    }
  }

  /// The groups of phases that a number may count: all, each milestone, what is not history.
  private var groups: [[GSDPhase]] {
    var groups: [MilestoneLabel: [GSDPhase]] = [:]
    var ranges: [MilestoneLabel: [GSDPhase]] = [:]
    for phase in project.phases {
      for label in phase.labels { groups[label, default: []].append(phase) }
      for milestone in project.milestones.holders(of: phase.number) {
        ranges[milestone.label, default: []].append(phase)
      }
    }
    return ([project.phases, project.phases.filter { !$0.isHistory }] + groups.values + ranges.values)
      .filter { !$0.isEmpty }
  }

  /// How many phases there are, in every way of counting.
  var phases: Set<Int> {
    var readings: Set<Int> = []
    for group in groups {
      readings.insert(group.count)
      readings.insert(group.count { !$0.number.text.utf8.contains(UInt8(ascii: ".")) })
      readings.insert(group.count { !$0.items.isEmpty })
      readings.insert(group.count { !$0.rows.isEmpty })
      readings.insert(group.count { !$0.sections.isEmpty })
      readings.formUnion(group.map(\.number.first).max().map { [$0] } ?? [])
    }
    readings.insert(project.directories.count)
    return readings.filter { $0 > 0 }
  }

  /// How many plans the phase has, in every way of counting.
  func plans(of number: GSDNumber) -> Set<Int> {
    var readings: Set<Int> = []
    for phase in project.phases(number) {
      readings.formUnion(counts(phase).compactMap { $0?.total })
      if let source = project.roadmap?.file.source {
        for section in phase.sections {
          guard let value = section.fields["plans"] else { continue }
          var cursor = TextCursor(source.bytes, value)
          if let digits = cursor.number(), let number = source.number(digits) { readings.insert(number) }
        }
      }
    }
    // What was written for another phase of this number is not known.
    if project.directories.contains(where: { $0.number == number && !$0.isCountable && !$0.plans.isEmpty }) {
      return []
    }
    readings.formUnion(
      project.directories.filter { $0.number == number }.flatMap { [$0.counts.total, $0.upstream.total] })
    readings = readings.filter { $0 > 0 }
    if !readings.isEmpty {
      readings.formUnion(totals["total_plans"] ?? [])
    }
    return readings
  }

  /// The plans of a phase in each of its places: in its list, its directory, its row, its item and its field.
  private func counts(_ phase: GSDPhase) -> [(done: Int, total: Int)?] {
    guard let source = project.roadmap?.file.source else { return [] }
    func fraction(_ range: ByteRange?) -> (done: Int, total: Int)? {
      range.flatMap { GSDFraction(source, leading: $0) }.map { ($0.done, $0.total ?? 0) }
    }
    let plans = phase.plans
    return [
      plans.isEmpty ? nil : (plans.count { $0.status.stage == .done }, plans.count),
      phase.directory?.counts, phase.directory?.upstream,
      fraction(phase.rows.lazy.compactMap(\.plans).first),
      phase.items.lazy.compactMap(\.count).first.map { ($0.done, $0.total ?? 0) },
      fraction(phase.sections.lazy.compactMap { $0.fields["plans"] }.first),
    ]
  }

  /// The numbers of the front matter, in every way of counting.
  var totals: [(key: String, readings: Set<Int>)] {
    var plans: Set<Int> = []
    var donePlans: Set<Int> = []
    var donePhases: Set<Int> = []
    for group in groups {
      let places = group.map { counts($0) }
      for place in 0..<6 {
        // Where a directory is gone, its row may still count.
        let counts = places.compactMap { $0[place] ?? ((1...2).contains(place) ? $0[3] : nil) }
        guard !counts.isEmpty else { continue }
        plans.insert(counts.reduce(0) { $0 + $1.total })
        donePlans.insert(counts.reduce(0) { $0 + $1.done })
      }
      for kind in [GSDPlace.Kind.item, .row, .heading] {
        donePhases.insert(group.count { $0.places.contains { $0.kind == kind && $0.stage == .done } })
      }
      donePhases.insert(group.count { $0.isDone && !$0.number.text.utf8.contains(UInt8(ascii: ".")) })
      donePhases.insert(group.count { $0.directory?.isDone ?? false })
    }
    let listed = project.phases.flatMap(\.plans)
    let directories = project.directories
    if !listed.isEmpty {
      plans.insert(listed.count)
      donePlans.insert(listed.count { $0.status.stage == .done })
    }
    if directories.contains(where: { $0.upstream.total > 0 }) {
      plans.formUnion([
        directories.reduce(0) { $0 + $1.upstream.total }, directories.reduce(0) { $0 + $1.counts.total },
      ])
      donePlans.formUnion([
        directories.reduce(0) { $0 + $1.upstream.done }, directories.reduce(0) { $0 + $1.counts.done },
      ])
    }
    let hasPlans = plans.contains { $0 > 0 }
    return [
      ("total_phases", phases), ("completed_phases", donePhases), ("total_plans", hasPlans ? plans : []),
      ("completed_plans", hasPlans ? donePlans : []),
    ]
  }

  /// Whether one of the numbers of a front matter fits no way of counting.
  func doubts(_ numbers: [String: Int]) -> Bool {
    isDerivable
      && totals.contains { key, readings in
        numbers[key].map { !readings.isEmpty && !readings.contains($0) } ?? false
      }
  }
}

extension [(key: String, readings: Set<Int>)] {
  fileprivate subscript(_ key: String) -> Set<Int>? { first { $0.key == key }?.readings }
}
