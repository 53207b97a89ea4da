import StatusText

/// The phases of a plan, each with its parts, and which of them each depends on.
package struct PhaseGraph: Sendable {
  /// What a phase waits for.
  package enum Needs: Sendable, Equatable {
    /// It has no Depends on: every earlier phase.
    case allEarlier
    /// Those, as indices of nodes in the order in which they are named.
    case these([Int])
    /// Its Depends on contains text that cannot be parsed.
    case unknown
  }

  /// A phase with its parts. Parts of a phase that has no heading of its own (`6A`, `6B` without a `6`) are one node.
  package struct Node: Sendable {
    /// The index, in the plan's phases, of the phase itself or of its first part.
    package let phase: Int
    /// The indices of the phase and its parts, in order.
    package fileprivate(set) var phases: [Int]
    /// What it waits for.
    package fileprivate(set) var needs: Needs
  }

  /// The phases, in the order of the plan.
  package let nodes: [Node]

  /// Ranges are spelled out as far as this many numbers a plan; what would take more is not known.
  private static let mostNeeds = 200_000

  /// The graph of `plan`.
  package init(_ plan: Plan) {
    var nodes = Self.nodes(of: plan.phases)
    var room = Self.mostNeeds
    var nodeOfMajor: [Int: Int] = [:]
    var nodeOfName: [PhaseNumber: Int] = [:]
    for (index, node) in nodes.enumerated() {
      let number = plan.phases[node.phase].number
      if let majors = number.majors {
        room -= majors.count
        for major in majors where room >= 0 && nodeOfMajor[major] == nil { nodeOfMajor[major] = index }
      } else if nodeOfName[number] == nil {
        nodeOfName[number] = index
      }
    }
    for index in nodes.indices {
      nodes[index].needs = Self.needs(of: plan.phases[nodes[index].phase], in: plan.source) { number in
        guard let majors = number.majors else { return nodeOfName[number].map { [$0] } ?? [] }
        room -= majors.count
        return room < 0 ? nil : majors.compactMap { nodeOfMajor[$0] }
      }
    }
    self.nodes = nodes
  }

  private static func nodes(of phases: [Phase]) -> [Node] {
    var nodes: [Node] = []
    var nodeOfPhase: [Int] = []
    for (index, phase) in phases.enumerated() {
      var node = phase.parent >= 0 ? nodeOfPhase[phase.parent] : nodes.count
      if phase.parent < 0, phase.number.isSubPhase, let last = nodes.last {
        let before = phases[last.phase].number
        if before.isSubPhase && before.major == phase.number.major { node = nodes.count - 1 }
      }
      if node == nodes.count {
        nodes.append(Node(phase: index, phases: [index], needs: .allEarlier))
      } else {
        nodes[node].phases.append(index)
      }
      nodeOfPhase.append(node)
    }
    return nodes
  }

  /// What the Depends on of `phase` says; `find` gives the nodes of a number, nil when there are too many.
  private static func needs(of phase: Phase, in source: SourceText, find: (PhaseNumber) -> [Int]?) -> Needs {
    guard let field = phase.field(.dependsOn) ?? phase.field(.dependencies) else { return .allEarlier }
    let references = PhaseReferences(field, in: source)
    if references.isAll { return .allEarlier }
    guard references.isReadable else { return .unknown }
    var found: [Int] = []
    for number in references.numbers {
      guard let nodes = find(number) else { return .unknown }
      found += nodes
    }
    return .these(found)
  }
}
