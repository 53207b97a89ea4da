import Testing

@testable import StatusRuntime

struct SHA1Tests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  @Test(arguments: [
    ("", "", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    ("", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghi", "ghijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func knownHashes(_ head: String, _ body: String, _ hash: String) {
    for usesInstructions in [true, false] {
      let found = SHA1.hash(Array(head.utf8), Array(body.utf8), usesInstructions: usesInstructions)
      #expect(hex(found) == hash)
    }
  }

  @Test func instructionsGiveTheSameHash() {
    for count in [0, 1, 63, 64, 65, 1000, 70_000] {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
      #expect(SHA1.hash([], message) == SHA1.hash([], message, usesInstructions: false))
    }
  }

  /// Wherever the message is divided, and whatever is left after whole blocks, the hash is that of its bytes.
  @Test func theHeadIsPartOfTheMessage() {
    let message = (0..<200).map { UInt8($0) }
    for length in [55, 56, 63, 64, 65, 119, 120, 128, 200] {
      let whole = SHA1.hash(Array(message[..<length]), [])
      for head in stride(from: 0, through: length, by: 7) {
        #expect(SHA1.hash(Array(message[..<head]), Array(message[head..<length])) == whole)
      }
    }
    #expect(
      hex(SHA1.hash([], [UInt8](repeating: 0x61, count: 1000))) == "291e9a6c66994949b57ba5e650361e98fc36b1ba")
  }
}
