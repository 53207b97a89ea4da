import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

@testable import StatusModel

struct SyntaxFactsTests {
  private func conflicts(_ text: String) -> Int {
    let source = SourceText(text)
    return SyntaxFacts(markdown: source, MarkdownOutline(source)).conflictMarkers.count
  }

  @Test func aWholeConflictIsOne() {
    #expect(conflicts("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n") == 3)
    #expect(conflicts("<<<<<<< HEAD\nb\n||||||| base\n=======\nc\n>>>>>>> other\n") == 4)
  }

  @Test func jujutsuWritesOtherLines() {
    #expect(conflicts("<<<<<<< 1\n%%%%%%% a\n-b\n+c\n+++++++ d\ne\n------- f\ng\n>>>>>>> 1 ends\n") == 5)
  }

  @Test func markersMayBeLonger() {
    #expect(conflicts("<<<<<<<< 1\n%%%%%%%% a\n-b\n++++++++ d\n=======\n>>>>>>>> 1 ends\n") == 4)
    #expect(conflicts("<<<<<<< a\n<<<<<<<< 1\n======== a\n>>>>>>>> 1 ends\n") == 4)
  }

  @Test(arguments: [
    "<<<<<<< HEAD\n", "a\n>>>>>>> x\n", "||||||| 123\n", "\u{FEFF}<<<<<<< HEAD\r\n", ">>>>>>>",
  ])
  func oneMarkerIsEnough(_ text: String) {
    #expect(conflicts(text) == 1)
  }

  @Test func manyMarkersTakeNoLonger() {
    let lines = String(repeating: "<<<<<<< a\n=======\n||||||| b\n", count: 20_000)
    #expect(conflicts(lines) == 20_000)
  }

  @Test(arguments: [
    "=======\n", "Heading\n=======\n", "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```\n",
    "<<<<<<<<\n=======\n>>>>>>>>\n", "<<<<<<<<\n>>>>>>>>\n", "<<<<<<<<\n========\n>>>>>>>>>\n",
    "<<<<<<<< a\n<<<<<<<<< b\n========\n>>>>>>>> c\n", "a <<<<<<< HEAD\n=======\n",
    "%%%%%%%\n+++++++\n-------\n",
    "|a|b|\n|-|-|\n|||||||\n", "> >>>>>>> x\n", "    <<<<<<< HEAD\n",
  ])
  func whatOnlyLooksLikeOne(_ text: String) {
    #expect(conflicts(text) == 0)
  }

  @Test func encodingAgreesWithTheStandardLibrary() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      var bytes = Array("aé€😀\u{10FFFF}b".utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((UTF8Validation.firstInvalid(in: bytes) == nil) == isValid, "\(bytes)")
    }
  }
}
