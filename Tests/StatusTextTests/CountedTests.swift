import StatusText
import Testing

struct CountedTests {
  @Test(arguments: [(0, "0 files"), (1, "1 file"), (2, "2 files"), (-1, "-1 files")])
  func regular(number: Int, expected: String) { #expect("\(Counted(number, "file"))" == expected) }

  @Test(arguments: [(0, "entries"), (1, "entry"), (12, "entries")])
  func irregular(number: Int, expected: String) {
    #expect(Counted(number, "entry", plural: "entries").noun == expected)
  }

  @Test func isSafeInAMessage() {
    #expect(("\(Counted(2, "file")) left" as Message).shown == "2 files left")
  }
}
