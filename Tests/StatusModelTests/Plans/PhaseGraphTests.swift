import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

/// Which phases a phase depends on, from what its Depends on says.
struct PhaseGraphTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var value: String
    var needs: PhaseGraph.Needs
    var testDescription: String { value }

    init(_ value: String, _ needs: PhaseGraph.Needs) {
      self.value = value
      self.needs = needs
    }
  }

  /// What the last of six phases depends on; node 0 is phase 1.
  static let examples: [Example] = [
    Example("none", .these([])), Example("None (runs alone)", .these([])), Example("-", .these([])),
    Example("N/A", .these([])),
    Example("1", .these([0])), Example("1, 3", .these([0, 2])), Example("4.", .these([3])),
    Example("Phase 2", .these([1])), Example("Phase 1, Phase 2 (the wall)", .these([0, 1])),
    Example("Phases 1-3", .these([0, 1, 2])), Example("**2** and 3", .these([1, 2])),
    Example("4 (and gated on 3's category)", .these([3])), Example("2.1", .these([1])),
    Example("Phase 2 once the paint is dry, 3 days later", .these([1])), Example("9", .these([])),
    Example("all previous phases", .allEarlier), Example("All", .allEarlier),
    Example("the painter", .unknown), Example("Task 3", .unknown), Example("no phase that is 3", .unknown),
    Example("", .unknown), Example("\n  - Phase 1\n  - 3: the wall", .these([0, 2])),
    Example("\n  1. Phase 2\n  2. 4", .these([1, 3])), Example("\n  - none", .these([])),
    Example("1,\n  3", .these([0, 2])),
  ]

  @Test(arguments: examples)
  func dependency(_ example: Example) {
    let lines = (1...6).map { "### Phase \($0): X [NOT STARTED]\n" }.joined()
    let graph = graph(lines + "- **Depends on**: \(example.value)\n")
    #expect(graph.nodes.count == 6)
    #expect(graph.nodes[5].needs == example.needs)
    #expect(graph.nodes[4].needs == .allEarlier)
  }

  @Test func partsBelongToTheirPhase() {
    let graph = graph(
      "### Phase 1: X\n### Phase 1.1: X\n### Phase 2A: X\n### Phase 2B: X\n### Phase 3-5: X\n#### Phase 1: X\n"
        + "### Phase CF-1: X\n### Phase 7: X\n- **Depends on**: 2, 4, CF-1\n")
    #expect(graph.nodes.map(\.phases) == [[0, 1], [2, 3], [4, 5], [6], [7]])
    #expect(graph.nodes.last?.needs == .these([1, 2, 3]))
  }

  /// Ten thousand ranges of ten thousand numbers each are not spelled out.
  @Test func rangesAreBounded() {
    let lines = (1...9999).map { "### Phase \($0)-9999: X\n- **Depends on**: 1-9999\n" }.joined()
    let graph = graph(lines)
    #expect(graph.nodes.count == 9999)
    #expect(graph.nodes.last?.needs == .unknown)
  }

  private func graph(_ text: String) -> PhaseGraph {
    let source = SourceText("# Plan\n\n" + text)
    return PhaseGraph(
      PlanParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary).parse())
  }
}
