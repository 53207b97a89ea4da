import Testing

@testable import StatusHooks

/// What edits make of the bytes of a file.
struct FileEditTests {
  private func edit(_ old: String, _ new: String, all: Bool = false) -> FileEdit {
    FileEdit(
      path: "f",
      change: .replacements([TextReplacement(old: Array(old.utf8), new: Array(new.utf8), isForAll: all)]))
  }

  private func patch(_ lines: String...) throws -> FileEdit {
    let text = (["*** Begin Patch", "*** Update File: f"] + lines + ["*** End Patch"]).joined(separator: "\n")
    let edits = PatchReader.edits(text)
    #expect(edits.count == 1)
    return try #require(edits.first)
  }

  private func result(_ edit: FileEdit, _ text: String?) -> String? {
    switch edit.result(of: text.map { Array($0.utf8) }) {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .absent: "(absent)"
    case nil: nil
    }
  }

  private func origin(_ edit: FileEdit, _ text: String) -> String? {
    edit.origin(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func replacements() {
    #expect(result(edit("b", "x"), "abc") == "axc")
    #expect(result(edit("b", "x"), "abcb") == nil, "the tool wants one place")
    #expect(result(edit("b", "x", all: true), "abcb") == "axcx")
    #expect(result(edit("aa", "b", all: true), "aaaaa") == "bba")
    #expect(result(edit("z", "x"), "abc") == nil)
    #expect(result(edit("b", "x"), nil) == nil)
    #expect(result(edit("", "new"), nil) == "new")
    #expect(result(edit("", "new"), "old") == nil)
    #expect(result(edit("a\nb", "c\nd"), "a\r\nb\r\n") == "c\r\nd\r\n")
    #expect(origin(edit("b", "xy"), "axyc") == "abc")
    #expect(origin(edit("b", "x"), "axcx") == nil)
  }

  @Test("a search through a file of one letter takes linear time")
  func hardSearch() {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(result(edit(String(repeating: "a", count: 500_000) + "b", "x"), text) == nil)
  }

  @Test func patches() throws {
    let text = "one\ntwo\nthree\ntwo\n"
    #expect(result(try patch("@@", " one", "-two", "+2"), text) == "one\n2\nthree\ntwo\n")
    #expect(result(try patch("@@ three", "-two", "+2"), text) == "one\ntwo\nthree\n2\n")
    #expect(result(try patch("@@", "-one", "+1", "@@", "-three", "+3"), text) == "1\ntwo\n3\ntwo\n")
    #expect(result(try patch("@@", "-two  ", "+2"), text) == "one\n2\nthree\ntwo\n")
    #expect(result(try patch("@@", "-four", "+4"), text) == nil)
    #expect(result(try patch("@@", "+end"), text) == "one\ntwo\nthree\ntwo\nend\n")
    #expect(origin(try patch("@@", " one", "-two", "+2"), "one\n2\nthree\n") == "one\ntwo\nthree\n")
  }

  @Test func patchesOfSeveralFiles() {
    let edits = PatchReader.edits(
      "*** Begin Patch\n*** Add File: a\n+x\n+y\n*** Delete File: b\n*** Update File: c\n@@\n-1\n+2\n*** End Patch"
    )
    #expect(edits.map(\.path) == ["a", "b", "c"])
    #expect(edits.first.map { result($0, nil) } == "x\ny\n")
    #expect(edits.dropFirst().first?.change == .deletion)
  }
}
