import StatusTestSupport
import StatusText
import Testing

struct ChangedLinesTests {
  /// The numbers, from 1, of the lines of `new` that count as changed.
  private static func changed(_ old: String, _ new: String) -> [Int] {
    let bytes = Array(new.utf8)
    let changes = ChangedLines(from: Array(old.utf8), to: bytes)
    let lines = Array(bytes.lines(in: ByteRange(0, bytes.count)))
    return lines.indices.filter { changes.touch(lines[$0]) }.map { $0 + 1 }
  }

  @Test func changedAndAddedLinesCount() {
    #expect(Self.changed("a\nb\nc\n", "a\nb\nc\n") == [])
    #expect(Self.changed("a\nb\nc\n", "a\nx\nc\n") == [2])
    #expect(Self.changed("a\nb\nc\n", "a\nb\nx\ny\nc\n") == [3, 4])
    #expect(Self.changed("a\nb\nc\n", "x\nb\ny\n") == [1, 3])
    #expect(Self.changed("", "a\nb\n") == [1, 2])
  }

  @Test func lineEndsDoNotCount() {
    #expect(Self.changed("a\nb\n", "a\r\nb\r\n") == [])
    #expect(Self.changed("a\nb", "a\nb\n") == [])
    #expect(Self.changed("a\r\nb\r\n", "a\nx\n") == [2])
  }

  @Test func aRemovalCountsForTheLineBeforeIt() {
    #expect(Self.changed("a\nb\nc\n", "a\nc\n") == [1])
    #expect(Self.changed("a\nb\nc\n", "b\nc\n") == [1])
    #expect(Self.changed("{\n},\n{\n},\n{\n}\n", "{\n},\n{\n}\n") == [3])
    #expect(!ChangedLines(from: Array("a\n".utf8), to: []).isEmpty)
  }

  @Test func linesThatAreRepeatedAreToldApart() {
    #expect(Self.changed("{\n1\n},\n{\n2\n}\n", "{\n1\n},\n{\n3\n},\n{\n2\n}\n") == [5, 6, 7])
    #expect(Self.changed("x\nx\nx\n", "x\nx\ny\nx\n") == [3])
    // A line that has moved was removed and added.
    #expect(Self.changed("a\nb\nc\nd\n", "b\nc\nd\na\n") == [1, 4])
  }

  @Test func anEmptyPlaceIsThatOfItsLine() {
    let new = Array("a\nx\nc\n".utf8)
    let changes = ChangedLines(from: Array("a\nb\nc\n".utf8), to: new)
    #expect(!changes.touch(ByteRange(0, 0)))
    #expect(changes.touch(ByteRange(2, 2)))
    #expect(changes.touch(ByteRange(0, 3)))
    #expect(!changes.touch(ByteRange(4, 4)))
    #expect(!changes.touch(ByteRange(6, 6)))
    #expect(ChangedLines(from: [], to: new).touch(ByteRange(6, 6)))
  }

  /// Against the longest common subsequence: every line that counts as unchanged is in the old text, in its order.
  @Test func whatCountsAsUnchangedWasThere() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let words = (1...6).map { String($0) }
      let old = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      let new = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      let changed = Set(Self.changed(old.joined(separator: "\n"), new.joined(separator: "\n")))
      var rest = old[...]
      for (index, line) in new.enumerated() where !changed.contains(index + 1) {
        guard let place = rest.firstIndex(of: line) else {
          Issue.record("\(new) since \(old): line \(index + 1) is not among \(rest)")
          return
        }
        rest = rest[(place + 1)...]
      }
      #expect(old == new || !changed.isEmpty || new.isEmpty, "\(new) since \(old)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func manyLinesTakeLittleTime() {
    let repeated = String(repeating: "{\n},\n", count: 200_000)
    #expect(Self.changed(repeated, "x\n" + repeated).first == 1)
    let numbered = (0..<200_000).map { "\($0)\n" }.joined()
    let reversed = (0..<200_000).reversed().map { "\($0)\n" }.joined()
    #expect(!Self.changed(numbered, reversed).isEmpty)
  }
}
