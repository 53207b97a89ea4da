import StatusClaims
import StatusText
import Testing

@testable import StatusFormats

/// The small values that GSD is made of.
@Suite struct GSDValueTests {
  private func cursor(_ text: String) -> TextCursor {
    let bytes = Array(text.utf8)
    return TextCursor(bytes, ByteRange(0, bytes.count))
  }

  @Test(
    "a number of a phase has one normal form",
    arguments: [
      ("1", "1"), ("04", "4"), ("2.1", "2.1"), ("04.1", "4.1"), ("12.3.1", "12.3.1"), ("12a", "12A"),
      ("10b.2", "10B.2"),
      ("2.10", "2.10"), ("0", "0"), ("CK-02", "2"), ("ck-02.1", "2.1"), ("[CK.03] 05", "5"), ("3.", "3"),
    ])
  func number(text: String, normal: String) {
    var cursor = cursor(text)
    #expect(GSDNumber.take(&cursor, code: "CK")?.text == normal)
  }

  @Test(
    "other text is not a number of a phase",
    arguments: ["", "x", "2026", "1st", "12ab", "E90", "-1", "CK-", "[CK", "1_2"])
  func noNumber(text: String) {
    var cursor = cursor(text)
    #expect(GSDNumber.take(&cursor, code: "CK") == nil)
    #expect(cursor.place == 0)
  }

  @Test(
    "a status is told by how a text begins",
    arguments: [
      ("Not started", .stage(.open)),
      ("✅ **Complete 2026-01-01** (01-02). Nothing is not done", .stage(.done)),
      ("Complete (infrastructure shipped; more to come)", .stage(.done)),
      ("Complete — test pending", .hedged),
      ("Done, but slow", .hedged), ("In-Progress", .stage(.active)), ("gaps_found", .stage(.active)),
      ("Code-complete, waits", .stage(.active)), ("Planning Complete", .stage(.open)),
      ("Ready to plan", .stage(.open)),
      ("Superseded by 3", .stage(.closed)), ("N/A", .stage(.closed)), ("", .silent), ("-", .silent),
      ("—", .silent),
      ("✅", .stage(.done)), ("🚧", .stage(.active)), ("with the sailmaker", .unknown),
      ("completely new", .unknown),
    ] as [(String, GSDStatus)])
  func status(text: String, status: GSDStatus) {
    let source = SourceText(text)
    #expect(GSDStatus.read(source, ByteRange(0, source.bytes.count)) == status)
  }

  @Test(
    "milestones have labels",
    arguments: [
      ("v1.2", ["1.2"]), ("v1.2.0 Name", ["1.2"]), ("v1.0", ["1"]),
      ("✅ Milestone 2: API v2.10", ["m2", "2.10"]),
      ("rewards-v1.0", ["rewards-1"]), ("v1.0-design Sketches", ["1-design"]), ("M3", ["m3"]),
      ("[x](milestones/v1.0-ROADMAP.md)", []), ("vendor v", []), ("MP3", []),
    ])
  func labels(text: String, labels: [String]) {
    let source = SourceText(text)
    #expect(MilestoneLabel.all(in: source, ByteRange(0, source.bytes.count)).map(\.text) == labels)
  }

  @Test(
    "a list of phases is read with its ranges",
    arguments: [
      ("Phase 2", "2"), ("Phases 1-3, 5 and 7.1", "1 2 3 5 7.1"),
      ("after Phase 2 (Phase 3 – 4 plans)", "2 3"),
      ("Nothing", ""), ("Phase 1, Phase 2", "1 2"), ("Phase 12", "12"), ("phaseless 4", ""),
    ])
  func phases(text: String, numbers: String) {
    let source = SourceText(text)
    let list = PhaseList.mentions(in: source, ByteRange(0, source.bytes.count), code: nil)
    #expect(list.numbers.map(\.text).joined(separator: " ") == numbers)
  }

  @Test(
    "the name of a file tells the plan",
    arguments: [
      ("02-01-PLAN.md", "2/1"), ("02.1-03-SUMMARY.md", "2.1/3"), ("140.3-G8-PLAN.md", "140.3/G8"),
      ("14-P01-PLAN.md", "14/1"),
      ("12-PLAN-05.md", "12/5"), ("PLAN-01-x.md", "/1"), ("02-PLAN.md", "2/"), ("PLAN.md", "/"),
      ("GP-03-02a-PLAN.md", "3/2A"),
      ("02-01-paint-it-PLAN.md", "2/1"), ("02-VERIFICATION.md", "2/"), ("VERIFICATION.md", "/"),
    ])
  func file(name: String, id: String) {
    let found = PlanFileName(name, code: "GP")
    #expect(found.map { "\($0.phase?.text ?? "")/\($0.key.text)" } == id)
  }

  @Test(
    "other names are not those of plans",
    arguments: [
      "02-01-PLAN-REVIEW.md", "02-PLAN-CHECK.md", "02-01-PLAN-OUTLINE.md", "02-01-PLAN.pre-bounce.md",
      "02-01-VERIFICATION.md",
      "02-CONTEXT.md", "PLANNING.md", "02-01-PLAN.txt", "02_01-PLAN.md",
    ])
  func otherFile(name: String) { #expect(PlanFileName(name, code: nil) == nil) }

  @Test("a fraction may leave its total open")
  func fractions() {
    for (text, done, total) in [
      ("1/2", 1, 2), ("0/TBD", 0, nil), ("**0/?**", 0, nil), ("3 / 4 plans", 3, 4), ("0/—", 0, nil),
    ] as [(String, Int, Int?)] {
      let source = SourceText(text)
      let fraction = GSDFraction(source, leading: ByteRange(0, source.bytes.count))
      #expect(fraction?.done == done && fraction?.total == total, "\(text)")
    }
    for text in ["", "TBD", "2", "1/x", "2026-01-01"] {
      let source = SourceText(text)
      #expect(GSDFraction(source, leading: ByteRange(0, source.bytes.count)) == nil, "\(text)")
    }
  }

  @Test(
    "a bar is redrawn in its own characters",
    arguments: [
      ("[███░░░░░░░]", 3, "[██████████]"), ("[##########]", 10, "[##########]"),
      ("[███████===]", 7, "[██████████]"),
      ("[====------]", 4, "[==========]"), ("[░░░░░░░░░░]", 0, "[██████████]"), ("[■■□□]", 2, "[■■■■]"),
      ("███████░░░", 7, "██████████"),
    ])
  func bars(text: String, filled: Int, full: String) throws {
    let source = SourceText("x \(text) 1%")
    let bar = try #require(ProgressBar(in: source, ByteRange(0, source.bytes.count)))
    #expect(bar.filled == filled && bar.text(at: 100) == full)
    #expect(
      source.text(bar.range) == text && bar.text(at: 0).unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test("what is no bar is left alone", arguments: ["[ ][ ][ ]", "[x]", "[link]", "[█░█░]", "[]", "[████"])
  func noBar(text: String) {
    let source = SourceText(text)
    #expect(ProgressBar(in: source, ByteRange(0, source.bytes.count)) == nil)
  }

  @Test("front matter is read where YAML is not")
  func frontMatter() {
    let file = PlanFile(
      SourceText(
        "---\na: x: y\nb: \"q # r\" # c\nprogress:\n  percent: 4 # c\nempty:\nnothing: null\n- item: 1\n---\n# T\n"
      ), .markdown)
    let fields = FrontMatterFields(file)
    #expect(fields["a"]?.text == "x: y")
    #expect(fields["b"]?.text == "q # r")
    #expect(fields["progress.percent"]?.text == "4")
    #expect(fields["empty"] == nil && fields["nothing"] == nil && fields["item"] == nil)
  }

  @Test("cells are cut at pipes outside of code, and rows go on after a blank line")
  func tables() {
    let file = PlanFile(
      SourceText("| A | B `x` |\n|---|---|\n| 1 \\| 2 | `a|b` |\n\n| 3 |  |\ntext\n| 4 | 5 |\n"), .markdown)
    let tables = ClaimTable.all(in: file.source, OpenLines(file))
    #expect(tables.count == 1 && tables[0].columns == ["a", "b `x"])
    #expect(
      tables[0].rows.map { $0.cells.map { file.source.text($0) } } == [["1 \\| 2", "`a|b`"], ["3", ""]])
  }

  @Test("code, comments and front matter hold no lines")
  func openLines() {
    let file = PlanFile(
      SourceText(
        "---\na: 1\n---\none\n```\ntwo\n```\n<!-- three\nfour --> five\nsix <!-- seven --> \neight <!-- nine\n"
      ), .markdown)
    let lines = OpenLines(file).ranges.map { file.source.text($0) }.filter { !$0.isEmpty }
    #expect(lines == ["one", " five", "six ", "eight <!-- nine"])
  }
}
