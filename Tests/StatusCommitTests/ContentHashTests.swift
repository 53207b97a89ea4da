import Testing

@testable import StatusCommit

struct ContentHashTests {
  /// The values are those of the reference implementation, version 0.8 of xxHash, for the bytes 0, 1, 2 and so on.
  @Test(arguments: [
    (0, 0xEF46DB3751D8E999), (1, 0xE934A84ADB052768), (3, 0xE5C7BB4533BC65DD),
    (4, 0xFFCED8604453CC1E), (7, 0x14CC643F630C72D2), (8, 0x884A173614B81B8D),
    (11, 0x652A564A95365ACA), (12, 0x424AF23F1F08DCA5), (31, 0xC346D2B59B4D8EE1),
    (32, 0xCBF59C5116FF32B4), (33, 0x0C535D1ACAFB8EAD), (63, 0xE26AA9E2A95F8E4F),
    (64, 0xF7C67301DB6713F0), (100, 0x6AC1E58032166597), (255, 0x0F7D97507CAAD693),
  ])
  func agreesWithTheReference(count: UInt8, expected: UInt64) {
    #expect(ContentHash(Array(0..<count)).value == expected)
  }
}
