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
    #expect(conflicts("<<<<<<< HEAD\nb\n||||||| base\n=======\nc\n>>>>>>> other\n") == 3)
  }

  @Test(arguments: [
    "=======\n", "<<<<<<< HEAD\n", "Heading\n=======\n", "```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n```\n",
    "<<<<<<<<\n=======\n>>>>>>>>\n", "a <<<<<<< HEAD\n=======\n>>>>>>> x\n",
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
