import Foundation
import Testing

@testable import StatusReport

struct RelativeURITests {
  @Test(arguments: [
    ("specs/TODO.md", "specs/TODO.md"), ("a b/c:d", "a%20b/c%3Ad"), ("é", "%C3%A9"), ("a%20b", "a%2520b"),
    ("x#y?z", "x%23y%3Fz"), ("-._~", "-._~"), ("", ""),
  ])
  func whatHasAMeaningIsEncoded(path: String, expected: String) {
    let escaped = String(decoding: RelativeURI.escaped(Array(path.utf8)), as: UTF8.self)
    #expect(escaped == expected && escaped.removingPercentEncoding == path)
  }

  @Test func everyByteHasAnEscape() {
    #expect(RelativeURI.escaped([0xFF, 0x00, 0x0A]) == Array("%FF%00%0A".utf8))
  }
}
