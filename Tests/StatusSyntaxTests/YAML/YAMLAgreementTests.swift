import StatusProperties
import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

/// The tree against libyaml: whatever we read without a fault, libyaml reads as the same keys and values.
struct YAMLAgreementTests {
  @Test("reads random texts as libyaml does", arguments: 0..<16 as Range<UInt64>)
  func onRandomTexts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let text = RandomYAML.document(&random)
      let tree = YAMLTree(SourceText(text))
      #expect(tree.faults.isEmpty, "\(text.debugDescription): \(tree.faults)")
      expectAgreement(Array(text.utf8))
    }
  }

  @Test("agrees on what it accepts of changed texts", arguments: 0..<16 as Range<UInt64>)
  func onMutatedTexts(seed: UInt64) {
    var random = SplitMix64(seed: 1000 + seed)
    var accepted = 0
    for _ in 0..<1000 {
      var bytes = Array(RandomYAML.document(&random).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { RandomYAML.mutate(&bytes, &random) }
      accepted += expectAgreement(bytes) ? 1 : 0
    }
    #expect(accepted > 100)
  }

  @Test(
    "agrees on real files", .enabled(if: MarkdownFiles.hasSharedCorpora, "no real trees beside the checkout"))
  func onRealFiles() {
    var random = SplitMix64(seed: 5)
    var (files, refused) = (0, 0)
    for path in MarkdownFiles.paths(below: "\(Project.sharedCorpora)/formats/registry") {
      let bytes = MarkdownFiles.bytes(path)
      guard let tree = YAMLTree(frontMatterOf: SourceText(path: path, bytes: bytes)) else { continue }
      var part = Array(bytes[tree.range.indices])
      files += 1
      if !expectAgreement(part) { refused += 1 }
      RandomYAML.mutate(&part, &random)
      expectAgreement(part)
    }
    #expect(files > 300)
    #expect(refused * 50 < files)
  }

  /// Whether we read `bytes` without a fault.
  @discardableResult
  private func expectAgreement(
    _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if let violation = Property.yaml.violation(bytes) {
      Issue.record("\(violation): \(text.debugDescription)", sourceLocation: sourceLocation)
    }
    let tree = YAMLTree(SourceText(path: "text", bytes: bytes))
    guard tree.faults.isEmpty else { return false }
    // Whether a text without a value has no document, an empty one or a missing one is all the same to us.
    guard tree.root != nil else { return true }
    let judged = YAMLEvents.judged(bytes)
    if judged == nil && isOurs(tree) { return true }
    let ours = YAMLEvents.ours(tree)
    if judged != ours {
      Issue.record(
        "\(text.debugDescription)\nours:    \(ours)\nlibyaml: \(judged ?? ["refused"])",
        sourceLocation: sourceLocation)
    }
    return true
  }

  /// Whether we read the text on purpose although libyaml refuses it: values that begin with `@` or a backquote, tabs in
  /// blank lines, bytes that are not UTF-8 in comments.
  private func isOurs(_ tree: YAMLTree) -> Bool {
    let bytes = tree.source.bytes
    return bytes.contains(ASCII.tab) || UTF8Validation.firstInvalid(in: bytes) != nil
      || tree.nodes.contains { node in
        [node.range, node.key.range].contains { range in
          !range.isEmpty && ASCII.isOne(bytes[range.lower], of: "@`")
        }
      }
  }
}
