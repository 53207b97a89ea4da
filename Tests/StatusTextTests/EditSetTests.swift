import StatusTestSupport
import StatusText
import Testing

struct EditSetTests {
  private static func edit(_ lower: Int, _ upper: Int, _ text: String) -> TextEdit {
    TextEdit(ByteRange(lower, upper), with: text)
  }

  private static func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  @Test func editsAreMadeWhereverTheyStandInTheList() throws {
    let set = try #require(
      EditSet([
        Self.edit(6, 11, "there"), Self.edit(0, 5, "Hey"), Self.edit(11, 11, "!"), Self.edit(5, 6, ""),
      ])
    )
    #expect(Self.text(set.applied(to: Array("hello world.".utf8))) == "Heythere!.")
    #expect(EditSet().applied(to: [1, 2, 3]) == [1, 2, 3])
  }

  @Test func whatOverlapsIsNoSet() {
    #expect(EditSet([Self.edit(0, 3, "a"), Self.edit(2, 4, "b")]) == nil)
    #expect(EditSet([Self.edit(0, 9, "a"), Self.edit(2, 4, "b")]) == nil)
    #expect(EditSet([Self.edit(0, 9, "a"), Self.edit(4, 4, "b")]) == nil)
    #expect(EditSet([Self.edit(3, 3, "a"), Self.edit(3, 3, "b")]) == nil)
    #expect(EditSet([Self.edit(0, 3, "a"), Self.edit(0, 3, "a")]) == nil)
    // What touches has an order.
    #expect(EditSet([Self.edit(0, 3, "a"), Self.edit(3, 3, "b"), Self.edit(3, 6, "c")]) != nil)
  }

  @Test func whatLiesBeyondTheEndIsNotMade() {
    #expect(EditSet([Self.edit(2, 4, "")])?.applied(to: [1, 2, 3]) == nil)
    #expect(EditSet([Self.edit(4, 4, "a")])?.applied(to: [1, 2, 3]) == nil)
    #expect(EditSet([Self.edit(3, 3, "a")])?.applied(to: [1, 2, 3]) == [1, 2, 3, 0x61])
  }

  @Test func twoSetsBecomeOne() throws {
    let bytes = Array("one two three".utf8)
    let first = try #require(EditSet([Self.edit(4, 7, "2"), Self.edit(13, 13, " four")]))
    let second = try #require(
      EditSet([Self.edit(0, 3, "1"), Self.edit(5, 11, " 3"), Self.edit(12, 16, "4")]))
    let both = first.followed(by: second)
    #expect(Self.text(both.applied(to: bytes)) == "1 2 3 4")
    // An insertion that is taken away again is no edit.
    let inserted = try #require(EditSet([Self.edit(4, 4, "x")]))
    #expect(inserted.followed(by: try #require(EditSet([Self.edit(4, 5, "")]))) == EditSet())
    #expect(EditSet().followed(by: first) == first)
    #expect(first.followed(by: EditSet()) == first)
  }

  /// Whatever the sets, one after the other gives what both together give, and no byte outside of their edits moves.
  @Test(arguments: 0..<200)
  func anySetsTogether(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let original = (0..<Int.random(in: 0...40, using: &random)).map { UInt8(0x41 + $0 % 50) }
    var bytes = original
    var together = EditSet()
    for round in 0..<4 {
      let set = try Self.randomSet(upTo: bytes.count, letter: UInt8(0x61 + round), &random)
      bytes = try #require(set.applied(to: bytes))
      together = together.followed(by: set)
      #expect(together.applied(to: original) == bytes)
      #expect(EditSet(together.edits) == together, "sorted, without overlap")
    }
    #expect(Self.isKeptOutside(together, original, bytes))
  }

  private static func randomSet(
    upTo count: Int, letter: UInt8, _ random: inout SplitMix64
  ) throws -> EditSet {
    var edits: [TextEdit] = []
    var offset = 0
    while offset <= count {
      let start = offset + Int.random(in: 0...8, using: &random)
      let end = start + Int.random(in: 0...3, using: &random)
      guard end <= count else { break }
      let replacement = [UInt8](repeating: letter, count: Int.random(in: 0...3, using: &random))
      edits.append(TextEdit(ByteRange(start, end), replacement: replacement))
      offset = start == end ? end + 1 : end
    }
    return try #require(EditSet(edits.shuffled(using: &random)))
  }

  /// Knows the edits only: between two of them the bytes are those of the original.
  private static func isKeptOutside(_ set: EditSet, _ original: [UInt8], _ bytes: [UInt8]) -> Bool {
    var before = 0
    var after = 0
    for edit in set.edits {
      let kept = edit.range.lower - before
      guard original[before..<edit.range.lower].elementsEqual(bytes[after..<after + kept]) else {
        return false
      }
      before = edit.range.upper
      after += kept + edit.replacement.count
    }
    return original[before...].elementsEqual(bytes[after...])
  }

  @Test func manyEditsTakeTimeInProportion() throws {
    let bytes = [UInt8](repeating: 0x2E, count: 400_000)
    let edits = (0..<100_000).map { TextEdit(ByteRange($0 * 4, $0 * 4 + 1), with: "xy") }
    let set = try #require(EditSet(edits))
    let again = try #require(
      EditSet((0..<100_000).map { TextEdit(ByteRange($0 * 5, $0 * 5 + 1), with: "z") }))
    let both = set.followed(by: again)
    #expect(both.edits.count == 100_000)
    #expect(both.applied(to: bytes) == set.applied(to: bytes).flatMap { again.applied(to: $0) })
  }
}
