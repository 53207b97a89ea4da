import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

/// Comments to statuslint in YAML.
@Suite struct YAMLSuppressionTests {
  private func comments(_ text: String) -> [SuppressionComment] {
    SuppressionComment.all(in: YAMLTree(SourceText(path: "a.yaml", bytes: Array(text.utf8))))
  }

  @Test("only a comment of YAML is one")
  func texts() {
    let text = """
      # statuslint-disable-file a -- one
      plain: a# statuslint-disable b
      quoted: "x # statuslint-disable c"
      "key # statuslint-disable k": 1
      block: |
        # statuslint-disable d
        more
      last: 1 # statuslint-disable-next-line e, f -- why not

      """
    let found = comments(text)
    #expect(found.map { $0.names.map(\.text) } == [["a"], ["e", "f"]])
    #expect(found.map(\.reason) == ["one", "why not"])
    #expect(found.map(\.directive) == [.disableFile, .disableNextLine])
    #expect(found[0].scope == ByteRange(0, text.utf8.count + 1))
  }

  @Test("a comment ends with its line")
  func lines() {
    let text = "a: 1\r\n# statuslint-disable x\r\nb: 2\r\n# statuslint-enable x"
    let found = comments(text)
    #expect(found.map(\.directive) == [.disable, .enable])
    #expect(found[0].range == ByteRange(6, 28) && found[0].names.map(\.text) == ["x"])
  }

  @Test("a file that cannot be read has none")
  func damaged() { #expect(comments("# statuslint-disable x\na: {\n").isEmpty) }
}
