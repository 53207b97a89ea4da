import StatusDiagnostics
import StatusEngine
import StatusText
import Testing

struct FixEngineTests {
  private static func fix(
    _ texts: [String: String], _ rules: [LetterTree.Letter], allowsUnsafe: Bool = false
  ) throws(FixFault) -> FixEngine<LetterTree>.Outcome {
    try FixEngine(LetterTree(texts: texts, rules: rules)) { _, fix, _ in
      allowsUnsafe || fix.applicability == .safe
    }.run()
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func roundsFollowUntilNothingIsLeft() throws {
    let rules = [
      LetterTree.Letter(letter: "a", replacement: "b"), LetterTree.Letter(letter: "b", replacement: "cc"),
    ]
    let outcome = try Self.fix(["one": "xaya", "two": "zzz", "three": "b"], rules)
    #expect(outcome.tree.texts == ["one": "xccycc", "two": "zzz", "three": "cc"])
    #expect(outcome.files.map(\.path) == ["one", "three"])
    for file in outcome.files {
      // All rounds together are one set of edits of what was there.
      #expect(file.edits.applied(to: file.original ?? []) == file.bytes)
      #expect(Self.text(file.bytes) == outcome.tree.texts[file.path])
    }
    #expect(Self.text(outcome.files[0].original ?? []) == "xaya")
  }

  @Test func whatWasFixedIsToldWithThePlaceThatItHad() throws {
    let outcome = try Self.fix(
      ["one": "1\n2a\na", "two": "xb"],
      [LetterTree.Letter(letter: "a", replacement: ""), LetterTree.Letter(letter: "b", replacement: "")])
    #expect(outcome.fixed.map(\.finding.rule) == ["no-a", "no-a", "no-b"])
    #expect(
      outcome.fixed.map(\.start) == [
        TextPosition(line: 2, column: 2), TextPosition(line: 3, column: 1), TextPosition(line: 1, column: 2),
      ])
  }

  @Test func unsafeFixesOnlyOnRequest() throws {
    let rules = [
      LetterTree.Letter(letter: "a", replacement: "b"),
      LetterTree.Letter(letter: "b", replacement: "c", applicability: .unsafe),
    ]
    let careful = try Self.fix(["one": "aab"], rules)
    #expect(careful.tree.texts == ["one": "bbb"])
    #expect(careful.fixed.count == 2)
    #expect(try Self.fix(["one": "aab"], rules, allowsUnsafe: true).tree.texts == ["one": "ccc"])
  }

  /// A fix that overlaps another is made in the next round.
  @Test func whatHadToWaitIsDoneLater() throws {
    // Insertions at one place: each round makes one of them.
    let rules = (0..<40).map {
      LetterTree.Letter(letter: Character(UnicodeScalar(UInt8(0x30 + $0))), replacement: "")
    }
    let text = String(rules.map(\.letter))
    #expect(!text.contains("a"))
    #expect(try Self.fix(["one": text], rules).tree.texts == ["one": ""])
    let waiting = try FixEngine(InsertionTree(missing: 25)) { _, _, _ in true }.run()
    #expect(waiting.tree.text == [UInt8](repeating: 0x78, count: 25))
    #expect(waiting.fixed.count == 25)
  }

  /// Insertions for many tasks take one round where the file bears it, and one each where it does not.
  @Test(arguments: [true, false]) func insertionsAreStackedWhereTheyMayBe(bears: Bool) throws {
    let outcome = try FixEngine(ListTree(missing: Array(1...25), bearsStacks: bears)) { _, _, _ in true }
      .run()
    #expect(outcome.tree.text == (1...25).map { UInt8($0) })
    #expect(outcome.fixed.count == 25)
    #expect(outcome.tree.revisions == (bears ? 1 : 25))
  }

  @Test func fixesThatUndoEachOtherAreAFault() {
    let rules = [
      LetterTree.Letter(letter: "a", replacement: "b"), LetterTree.Letter(letter: "b", replacement: "a"),
    ]
    #expect(throws: FixFault.neverEnds(rules: ["no-a", "no-b"], paths: ["one"])) {
      try Self.fix(["one": "ab"], rules)
    }
    // So is one that changes nothing, and one that only ever grows.
    #expect(throws: FixFault.neverEnds(rules: ["no-a"], paths: ["one"])) {
      try Self.fix(["one": "a"], [LetterTree.Letter(letter: "a", replacement: "a")])
    }
    #expect(throws: FixFault.neverEnds(rules: ["no-a"], paths: ["one"])) {
      try Self.fix(["one": "a"], [LetterTree.Letter(letter: "a", replacement: "aa")])
    }
  }

  @Test func aFixThatBreaksItsFileIsAFault() {
    #expect(throws: FixFault.breaksFile(rules: ["no-a"], path: "two")) {
      try Self.fix(["one": "b", "two": "a"], [LetterTree.Letter(letter: "a", replacement: "?")])
    }
  }

  @Test func aFixOfNoFileOrBeyondItsEndIsAFault() {
    for edits: KeyValuePairs in [
      ["nowhere": [SampleFinding.edit(0..<0, "x")]], ["one": [SampleFinding.edit(9..<9, "x")]],
    ] {
      let tree = FixedFindingsTree(findings: [SampleFinding.finding("rule", edits)])
      #expect(throws: FixFault.self) { try FixEngine(tree) { _, _, _ in true }.run() }
    }
  }

  /// What another fix brings back is fixed again, and told once; what stays in the end is not told as fixed.
  @Test func eachFindingIsToldOnce() throws {
    let back = try Self.fix(
      ["one": "ba"],
      [
        LetterTree.Letter(letter: "a", replacement: ""), LetterTree.Letter(letter: "b", replacement: "ca"),
        LetterTree.Letter(letter: "c", replacement: ""),
      ])
    #expect(back.tree.texts == ["one": ""])
    #expect(back.fixed.map(\.finding.rule).sorted() == ["no-a", "no-b", "no-c"])
  }
}

/// Texts that go on missing the letter x at one place until there are enough.
private struct InsertionTree: FixableTree {
  var missing: Int
  var text: [UInt8] = []

  var findings: [Finding] {
    (0..<missing).map {
      SampleFinding.finding("rule", ["one": [SampleFinding.edit(0..<0, "x")]], evidence: "\(missing - $0)")
    }.enumerated().map { index, finding in
      // Not the very same edits.
      var finding = finding
      finding.fix?.files.append(
        Fix.FileEdits(path: "two", edits: [SampleFinding.edit(index..<index + 1, "y")]))
      return finding
    }
  }

  func bytes(at path: String) -> [UInt8]? { path == "one" ? text : [UInt8](repeating: 0x79, count: 100) }
  func isReadable(_ path: String) -> Bool { true }
  func updating(_ bytes: [String: [UInt8]]) -> InsertionTree {
    InsertionTree(missing: missing - 1, text: bytes["one"] ?? text)
  }
}

/// A tree with one file and findings that never change.
private struct FixedFindingsTree: FixableTree {
  let findings: [Finding]

  func bytes(at path: String) -> [UInt8]? { path == "one" ? [] : nil }
  func isReadable(_ path: String) -> Bool { true }
  func updating(_ bytes: [String: [UInt8]]) -> FixedFindingsTree { self }
}

/// A list of numbers that lacks some, each of which is a task; more than one at a time may make it unreadable.
private struct ListTree: FixableTree {
  let missing: [Int]
  let bearsStacks: Bool
  var text: [UInt8] = []
  var revisions = 0
  private var isBroken = false

  init(missing: [Int], bearsStacks: Bool) {
    self.missing = missing
    self.bearsStacks = bearsStacks
  }

  var findings: [Finding] {
    missing.filter { !text.contains(UInt8($0)) }.map { number in
      let end = ByteRange(text.count, text.count)
      var finding = SampleFinding.finding(
        "rule", ["one": [TextEdit(end, replacement: [UInt8(number)])]], evidence: "\(number)")
      finding.task = number
      return finding
    }
  }

  func bytes(at path: String) -> [UInt8]? { text }
  func isReadable(_ path: String) -> Bool { !isBroken }
  func updating(_ bytes: [String: [UInt8]]) -> ListTree {
    var revised = self
    revised.text = bytes["one"] ?? text
    revised.revisions += 1
    revised.isBroken = !bearsStacks && revised.text.count > text.count + 1
    return revised
  }
}
