import StatusClaims
import StatusText

/// The phases of a root: the claims of its roadmap and its state, put together by number and milestone.
enum GSDPhases {
  /// The claims of one phase while they are collected.
  private struct Group {
    var labels: Set<MilestoneLabel> = []
    var items: [Roadmap.Item] = []
    var sections: [Roadmap.Section] = []
    var rows: [Roadmap.Row] = []
    var stateRows: [GSDPlace] = []

    mutating func add(_ other: Group) {
      labels.formUnion(other.labels)
      items += other.items
      sections += other.sections
      rows += other.rows
      stateRows += other.stateRows
    }
  }

  /// The phases in the order of their numbers.
  static func all(in roadmap: Roadmap, _ state: GSDState?) -> [GSDPhase] {
    var groups: [GSDNumber: [Group]] = [:]
    for item in roadmap.items {
      groups[item.number, default: []].append(Group(labels: Set(item.scope.labels), items: [item]))
    }
    for section in roadmap.sections {
      groups[section.number, default: []].append(
        Group(labels: Set(section.scope.labels), sections: [section]))
    }
    for row in roadmap.rows {
      groups[row.number, default: []].append(Group(labels: Set(row.scope.labels), rows: [row]))
    }
    for row in state?.rows ?? [] {
      guard let state, let cell = row.found.status, !row.found.isShifted else { continue }
      let place = GSDPlace(
        kind: .stateRow, status: .read(state.file.source, cell), text: PlacedText(state.file.source, cell))
      groups[row.found.number, default: []].append(Group(labels: Set(row.found.labels), stateRows: [place]))
    }
    return groups.sorted { $0.key < $1.key }.flatMap { number, claims in
      joined(claims).map { phase(number, $0, roadmap) }
    }
  }

  /// Claims with labels that meet are of one phase. Those without labels belong to it only if there is no other.
  private static func joined(_ claims: [Group]) -> [Group] {
    var sets = GroupUnion(claims.map { $0.labels.isEmpty ? nil : $0.labels })
    var groups: [Group] = []
    var places: [Int: Int] = [:]
    for (index, claim) in claims.enumerated() where !claim.labels.isEmpty {
      let root = sets.root(of: index)
      if let place = places[root] {
        groups[place].add(claim)
      } else {
        places[root] = groups.count
        groups.append(claim)
      }
    }
    var unlabeled: Group?
    for claim in claims where claim.labels.isEmpty {
      if groups.count == 1 {
        groups[0].add(claim)
      } else if unlabeled == nil {
        unlabeled = claim
      } else {
        unlabeled?.add(claim)
      }
    }
    return groups + [unlabeled].compactMap { $0 }
  }

  private static func phase(_ number: GSDNumber, _ group: Group, _ roadmap: Roadmap) -> GSDPhase {
    let source = roadmap.file.source
    var places: [GSDPlace] = []
    for item in group.items {
      places.append(GSDPlace(kind: .item, status: item.status, text: PlacedText(source, item.box.range)))
    }
    for row in group.rows {
      guard let cell = row.status, !row.isShifted else { continue }
      let status = row.isStruck ? .stage(.closed) : GSDStatus.read(source, cell)
      places.append(GSDPlace(kind: .row, status: status, text: PlacedText(source, cell)))
    }
    for section in group.sections {
      if section.isMarkedDone || section.isStruck {
        places.append(
          GSDPlace(
            kind: .heading, status: .stage(section.isStruck ? .closed : .done),
            text: PlacedText(source, section.heading)))
      }
      if let value = section.fields["status"] {
        places.append(GSDPlace(kind: .field, status: .read(source, value), text: PlacedText(source, value)))
      }
    }
    return GSDPhase(
      number: number, labels: group.labels, items: group.items, sections: group.sections, rows: group.rows,
      places: places + group.stateRows)
  }
}
