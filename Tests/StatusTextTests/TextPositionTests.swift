import StatusText
import Testing

struct TextPositionTests {
  @Test func sortsByLineThenColumn() {
    let positions = [(2, 1), (1, 9), (1, 2), (10, 1)].map { TextPosition(line: $0.0, column: $0.1) }
    #expect(positions.sorted().map(\.line) == [1, 1, 2, 10])
    #expect(positions.sorted().map(\.column) == [2, 9, 1, 1])
  }
}
