import StatusText
import Testing

struct ByteRangeTests {
  @Test func measures() {
    let range = ByteRange(3, 7)
    #expect(range.lower == 3)
    #expect(range.upper == 7)
    #expect(range.count == 4)
    #expect(range.indices == 3..<7)
    #expect(!range.isEmpty)
    #expect(ByteRange(5, 5).isEmpty)
    #expect(ByteRange.zero == ByteRange(0, 0))
  }

  @Test func endIsNeverBeforeStart() {
    #expect(ByteRange(7, 3) == ByteRange(7, 7))
  }

  @Test func holdsTheLastOffsetOfFourGiB() {
    let range = ByteRange(0, Int(UInt32.max))
    #expect(range.count == 4_294_967_295)
  }

  @Test func containsWhatLiesWithin() {
    let range = ByteRange(3, 7)
    #expect(range.contains(range))
    #expect(range.contains(ByteRange(3, 3)))
    #expect(range.contains(ByteRange(7, 7)))
    #expect(!range.contains(ByteRange(2, 4)))
    #expect(!range.contains(ByteRange(6, 8)))
  }

  @Test func sortsInDocumentOrder() {
    let ranges = [ByteRange(4, 5), ByteRange(1, 9), ByteRange(1, 2), ByteRange(4, 4)]
    #expect(ranges.sorted() == [ByteRange(1, 2), ByteRange(1, 9), ByteRange(4, 4), ByteRange(4, 5)])
  }

  @Test func isSmall() {
    #expect(MemoryLayout<ByteRange>.stride == 8)
  }
}
