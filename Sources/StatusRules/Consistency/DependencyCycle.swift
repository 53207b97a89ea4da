import StatusDiagnostics
import StatusModel
import StatusText

/// Tasks depend on each other in a circle.
struct DependencyCycle: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "dependency-cycle", family: .consistency, severity: .error, fix: .none,
    summary: "Tasks depend on each other in a circle, or a task depends on itself.",
    rationale: """
      Each task waits for the next one, so none of them can be started. The finding lists the circle. If tasks \
      depend on each other in several ways, it is the shortest circle through the first of them.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Dependencies**: «8»

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      - **Dependencies**: 7
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Dependencies**: None

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      - **Dependencies**: 7
      """
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let dependencies = TaskDependencies(workspace)
    for cycle in dependencies.cycles {
      let numbers = cycle.map { workspace.tasks[$0].number }
      let steps = numbers.indices.compactMap { place -> TaskDependencies.Item? in
        let next = numbers[(place + 1) % numbers.count]
        return dependencies.items[cycle[place]].first { $0.number == next }
      }
      guard let first = steps.first else { continue }
      findings.report(
        workspace.subject(of: first), .cycle(numbers), in: first.source,
        at: first.range, task: numbers[0],
        related: zip(numbers, steps).dropFirst().prefix(Self.mostRelated).map { number, step in
          RelatedLocation(Location(path: step.source.path, range: step.range), .step(number, step.number))
        },
        help: .breakIt, evidence: Self.text(numbers))
    }
  }

  /// A circle of thousands of tasks is told by its beginning.
  private static let mostRelated = 20

  fileprivate static func text(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(mostRelated).map(String.init).joined(separator: " -> ")
    let rest = numbers.count - mostRelated
    return rest > 0 ? "\(shown) -> (\(rest) more) -> \(numbers[0])" : "\(shown) -> \(numbers[0])"
  }
}

extension String {
  fileprivate static func cycle(_ numbers: [Int]) -> String {
    numbers.count == 1
      ? "task \(numbers[0]) depends on itself"
      : "task \(numbers[0]) depends on itself through other tasks: \(DependencyCycle.text(numbers))"
  }
  fileprivate static func step(_ number: Int, _ next: Int) -> String {
    "task \(number) depends on task \(next)"
  }
  fileprivate static let breakIt = "remove the dependency that is not real"
}
