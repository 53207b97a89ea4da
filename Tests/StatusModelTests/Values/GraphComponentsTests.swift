import StatusModel
import Testing

/// The components of a graph: what is in a circle, whatever its size.
struct GraphComponentsTests {
  @Test func nodesOfACircleAreOneComponent() {
    let graph: [[Int]] = [[1], [2], [0], [2], [4], []]
    let components = GraphComponents(graph)
    #expect(components.number[0] == components.number[1] && components.number[1] == components.number[2])
    #expect(Set(components.number).count == 4)
    #expect(components.cyclic(graph) == [0, 4])
  }

  @Test func aChainWithoutACircleHasNone() {
    let graph: [[Int]] = [[1, 2], [3], [3], []]
    #expect(GraphComponents(graph).cyclic(graph).isEmpty)
  }

  @Test("a circle of a hundred thousand nodes takes no stack")
  func isNotRecursive() {
    let count = 100_000
    let circle = (0..<count).map { [($0 + 1) % count] }
    #expect(Set(GraphComponents(circle).number).count == 1)
    #expect(GraphComponents(circle).cyclic(circle) == [0])
    let chain = (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] }
    #expect(Set(GraphComponents(chain).number).count == count)
  }
}
