import Testing

@testable import StatusSync

@Suite struct ListedTests {
  @Test func aLongListIsCut() {
    #expect((1...3).map(String.init).listed == "1, 2, 3")
    #expect((1...12).map(String.init).listed == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12")
    #expect((1...3000).map(String.init).listed == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2988 more")
  }
}
