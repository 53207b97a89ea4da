import Testing

@testable import StatusModel

/// What is read at a glance as the path of one file is one by every other rule, too.
@Suite struct LinkTextTests {
  @Test(arguments: ["reports/a-1.md", "specs/004_a.b/plans/x_1.md", "a.md", "../b/c.txt", "1.md"])
  func plainPaths(path: String) {
    #expect(LinkText.isPlainPath(Array(path.utf8)[...]))
  }

  @Test(
    arguments: [
      "", "plans", "plans/", "a/b", "n/a", "www.a.b/c.md", "NNN_a/b.md", "a/XXX.md", "a b.md", "a.md#1",
      "a.md:3",
      "a,b.md", "café.md", "a.", "a/.md", "a/..md",
    ])
  func otherPaths(path: String) {
    #expect(!LinkText.isPlainPath(Array(path.utf8)[...]))
  }

  @Test("a plain path is one path by the other rules, too")
  func consistency() {
    let parts = ["a", "n", "N", "X", "w", ".", "/", "-", "_", "1", "md", "www", "NNN", ":", "é", ","]
    var state: UInt32 = 7
    for _ in 0..<20_000 {
      let text = (0..<6).reduce(into: "") { text, _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        text += parts[Int(state >> 16) % parts.count]
      }
      let bytes = Array(text.utf8)[...]
      guard LinkText.isPlainPath(bytes) else { continue }
      #expect(LinkText.items(of: bytes) == [bytes] && LinkText.path(of: bytes) == bytes, "\(text)")
      #expect(LinkText.isOnePath(bytes) && LinkText.readsLikePath(bytes), "\(text)")
    }
  }
}
