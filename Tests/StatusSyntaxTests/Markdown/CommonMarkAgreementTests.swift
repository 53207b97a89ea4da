import StatusProperties
import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

/// The outline against libcmark: the same blocks, lines and nesting for any bytes.
struct CommonMarkAgreementTests {
  @Test(arguments: 0..<32 as Range<UInt64>)
  func onRandomDocuments(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 { expectAgreement(RandomMarkdown.document(&random)) }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func onNoise(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 { expectAgreement(RandomMarkdown.noise(&random)) }
  }

  @Test(arguments: MarkdownBomb.all)
  func onBombs(bomb: MarkdownBomb) {
    // Below the depth limit, which cmark does not have.
    expectAgreement(bomb.bytes(size: 120))
  }

  @Test func onTheFilesOfTheCorpus() {
    let paths = MarkdownFiles.paths(below: "\(Project.directory)/Corpus")
    #expect(paths.count > 100)
    for path in paths {
      expectAgreement(MarkdownFiles.bytes(path), path)
    }
  }

  @Test(.enabled(if: MarkdownFiles.hasSharedCorpora, "no real trees beside the checkout"))
  func onRealFiles() {
    let paths = MarkdownFiles.paths(below: Project.sharedCorpora)
    #expect(paths.count > 100)
    for path in paths {
      expectAgreement(MarkdownFiles.bytes(path), path)
    }
  }

  @Test(
    .enabled(if: MarkdownFiles.hasSharedCorpora, "no real trees beside the checkout"),
    arguments: [1, 2, 3] as [UInt64])
  func onMutatedRealFiles(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for path in MarkdownFiles.paths(below: Project.sharedCorpora) {
      let bytes = MarkdownFiles.bytes(path)
      let start = Int.random(in: 0...bytes.count, using: &random)
      let part = Array(bytes[start..<min(bytes.count, start + 1500)])
      expectAgreement(RandomMarkdown.mutated(part, &random), path)
    }
  }

  @Test(arguments: [
    "- a\n  - b\n    - c\n\n      d\n  e\nf\n", "1. a\n\n   ```x y\n   b\n  ```\n2. c\n",
    "> a\n> > b\nc\n> d\n",
    "- > a\n  > - b\n  >\n  >   c\n", "-\n\n  a\n-\n  b\n", "- a\n\n\n  b\n\n    c\n", ">\t- a\n>\t\tb\n",
    "10) a\n\n    b\n   c\n",
    "a\n1. b\n2. c\n", "a\n2. b\n", "a\n-\n", "a\r\n*\r\n", "- a\n---\n- b\n***\n", "- a\n  ===\n",
    "> a\n---\n", "[a]: b\n===\n",
    "[a]: b\n'c'\nd\n---\n", "- [a]: b\n\n  c\n", "- [a]: b\n\n\n  c\n", "```\n> a\n", "> ```\na\n",
    "- ```\n  a\n\n b\n",
    "<!-- a\n\n# b\n-->\nc\n", "<div>\n# a\n\n# b\n</div>\n", "a\n<b>\n", "a\n<div>\n", "- <!-- a\nb\n",
    "    a\n\n\n    b\n\n\nc\n",
    "\u{FEFF}# a\n", "\u{FEFF}---\na: b\n---\n# c\n", "---\na: b\n...\n\n\u{FEFF}# c\n", "\t- a\n",
    " - a\n  - b\n   - c\n    - d\n",
    "# a #\n## b \\#\n### c#\n", "####### a\n", "#\ta\n", "~~~ a ` b\n~~~~\n", "- a\n\n-\n\n- b\n",
    "<!x>\n<!X>\n", "[\u{E9}]: b\n\0\n",
  ])
  func onExamples(text: String) {
    let bytes = Array(text.utf8)
    expectAgreement(bytes)
    expectAgreement(Array(text.replacing("\n", with: "\r\n").utf8))
    // Every beginning of it too: what is left open is where line numbers go wrong.
    for count in 0..<bytes.count { expectAgreement(Array(bytes[..<count])) }
  }

  private func expectAgreement(
    _ bytes: [UInt8], _ path: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if let violation = OutlineProperty.violation(bytes) {
      Issue.record("\(violation) \(path) \(sample(bytes))", sourceLocation: sourceLocation)
    }
    let (ours, frontMatterLines) = CommonMarkBlock.ours(bytes)
    let judged = CommonMarkBlock.judged(bytes, frontMatterLines: frontMatterLines)
    guard
      let index = (0..<max(ours.count, judged.count)).first(where: { index in
        guard index < ours.count, index < judged.count else { return true }
        return !ours[index].agrees(with: judged[index])
      })
    else { return }
    Issue.record(
      """
      \(path) \(sample(bytes))
      ours:  \(ours[index...].prefix(3))
      cmark: \(judged[index...].prefix(3))
      """, sourceLocation: sourceLocation)
  }

  private func sample(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(300), as: UTF8.self).debugDescription
  }
}
