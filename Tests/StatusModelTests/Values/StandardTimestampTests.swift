import StatusTestSupport
import StatusText
import Testing

@testable import StatusModel

struct StandardTimestampTests {
  @Test("the short way and the long way give one answer")
  func agreement() {
    var random = SplitMix64(seed: 3)
    let alphabet = Array("0123459-T:Z ".utf8)
    for index in 0..<20_000 {
      var bytes = Array((index % 2 == 0 ? "2025-12-28" : "2025-12-28T10:15:09Z").utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
      }
      bytes.withUnsafeBufferPointer { bytes in
        guard let short = StandardTimestamp.read(bytes, base: 7) else { return }
        #expect(
          short == TimestampReader(bytes: bytes, base: 7).read(), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test(
    "only whole timestamps that exist are taken",
    arguments: [
      ("2025-12-28", true), ("2025-12-28T10:15:09Z", true), ("2025-02-30", false),
      ("2025-12-28T24:00:00Z", false),
      ("2025-12-28 ", false), ("2025-12-28T10:15:09z", false), ("", false),
    ])
  func scope(_ text: String, _ isTaken: Bool) {
    Array(text.utf8).withUnsafeBufferPointer {
      #expect((StandardTimestamp.read($0, base: 0) != nil) == isTaken)
    }
  }
}
