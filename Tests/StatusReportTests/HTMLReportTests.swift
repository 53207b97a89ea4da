import Foundation
import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

struct HTMLReportTests {
  private func page(_ result: CheckResult, _ options: ReportOptions = SampleResult.options) throws
    -> HTMLDocument
  {
    try HTMLDocument(ReportFormat.html.render(result, options))
  }

  private func day(_ text: String) throws -> CalendarDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
  }

  private func task(
    _ number: Int, _ title: String, _ state: TaskOverview.State, _ days: (String, String)? = nil,
    phases: [TaskOverview.Phase] = [], root: String = "specs"
  ) throws -> TaskOverview {
    TaskOverview(
      root: root, number: number, title: title, state: state,
      days: try days.map { try day($0.0)...day($0.1) }, phases: phases)
  }

  private let researched = TaskOverview.State("RESEARCHED", .resting, place: 2)
  private let implementing = TaskOverview.State("IMPLEMENTING", .active, place: 5)
  private let planning = TaskOverview.State("PLANNING", .active, place: 3)
  private let completed = TaskOverview.State("COMPLETED", .done, place: 6)

  @Test func findingsAreGroupedByTaskWithTheirExcerpts() throws {
    var result = SampleResult.worked
    result.tasks = [try task(12, "Parse dates", completed)]
    let page = try page(result)
    let groups = page.all(ofClass: "group")
    #expect(groups.map { $0["h3"]?.wholeText } == ["Task 12 Parse dates", "Without a task "])
    #expect(groups.map { $0.all("article").count } == [2, 2])
    let first = try #require(groups.first?["article"])
    #expect(
      first["h4"]?.wholeText == "error unknown status \"DOEN\"; did you mean [COMPLETED]?"
        && first.attributes == ["class": "error", "data-rule": "unknown-marker"])
    #expect(page.all("mark").map(\.wholeText).prefix(3) == ["[DOEN]", "[DOEN]", "\"completed\""])
    #expect(page.all(ofClass: "excerpt").first?.wholeText == "- **Status**: [DOEN]")
    #expect(page.all(ofClass: "place").first?.wholeText == "specs/TODO.md:4:15")
    #expect(
      page.all(ofClass: "tile").prefix(4).map(\.wholeText) == [
        "3 errors", "1 warnings", "0 infos", "1 fixable with --fix",
      ])
  }

  @Test func aCardLeadsToTheFindingsOfItsTask() throws {
    var result = SampleResult.worked
    result.tasks = [try task(12, "Parse dates", completed), try task(13, "Other", planning)]
    let page = try page(result)
    let links = page.all(ofClass: "column").flatMap(HTMLDocument.descendants).filter { $0.name == "a" }
    #expect(links.map(\.attributes["href"]) == ["#task-0-12"])
    #expect(page.element("task-0-12")?.all("article").count == 2)
  }

  @Test func tasksOfTwoTreesWithOneNumberAreTold() throws {
    var result = SampleResult.worked
    result.trees.append(CheckedTree(root: "other", profile: "claude", profileReason: "by request"))
    var finding = SampleResult.finding(
      "some-rule", "m", at: Location(path: "other/TODO.md", range: ByteRange(0, 0)))
    finding.task = 12
    result.findings.append(finding)
    result.tasks = [
      try task(12, "Here", completed), try task(12, "There", completed, root: "other"),
    ]
    let groups = try page(result).all(ofClass: "group")
    #expect(
      groups.map { $0["h3"]?.wholeText } == [
        "Task 12 in specs Here", "Task 12 in other There", "Without a task ",
      ])
  }

  @Test func theBoardHasWhatIsUnderWayFirst() throws {
    var result = SampleResult.result()
    result.tasks = [
      try task(1, "a", completed), try task(2, "b", implementing), try task(3, "c", researched),
      try task(4, "d", planning), try task(5, "e", implementing),
    ]
    let columns = try page(result).all(ofClass: "column")
    let names = columns.map { $0["summary"]?["h3"]?.wholeText }
    #expect(names == ["PLANNING", "IMPLEMENTING", "RESEARCHED", "COMPLETED"])
    #expect(columns.map { $0["ul"]?.all("li").count } == [1, 2, 1, 1])
    #expect(columns.map { $0.attributes["open"] != nil } == [true, true, true, false])
  }

  @Test func theTimelinePutsDatesOnOneScale() throws {
    var result = SampleResult.result()
    let phase = TaskOverview.Phase(
      number: "1", title: "Begin", state: completed, days: try day("2026-01-01")...day("2026-01-05"))
    result.tasks = [
      try task(1, "a", completed, ("2026-01-01", "2026-01-10"), phases: [phase]),
      try task(2, "b", planning, ("2026-01-06", "2026-01-10")), try task(3, "c", planning),
      try task(4, "d", planning, ("2999-01-01", "2999-01-01")),
    ]
    var options = SampleResult.options
    options.timestamp = 1_766_016_000  // 2025-12-18: the scale ends on 2026-01-18.
    let page = try page(result, options)
    #expect(page.all(ofClass: "scale").first?.all("span").map(\.wholeText).last == "2026-01-18")
    let bars = page.all("rect").map { bar in ["x", "width", "y"].map { bar.attributes[$0] ?? "" } }
    #expect(
      bars == [
        ["94.4%", "5.5%", "3"], ["27.7%", "27.7%", "3"], ["0.0%", "55.5%", "3"],
        ["0.0%", "27.7%", "13"],
      ])
    #expect(page.all(ofClass: "timeline").first?.all("li").count == 3)
    #expect(page.element("timeline") != nil && page.root.wholeText.contains("1 task without a date left out"))
  }

  @Test func aCleanTreeAndAnEmptyOneSayIt() throws {
    let page = try page(SampleResult.result(files: SampleResult.worked.files))
    #expect(page.element("filters") == nil && page.element("timeline") == nil)
    #expect(
      page.root.wholeText.contains("Nothing was found.")
        && page.root.wholeText.contains("There are no tasks."))
  }

  @Test func whatDoesNotCountIsInALine() throws {
    let lines = try page(SampleResult.setAside).all(ofClass: "others").flatMap { $0["ul"]?.all("li") ?? [] }
    #expect(
      lines.map { $0["span"]?.wholeText } == ["suppressed", "suppressed", "baselined"]
        && lines[0].wholeText.hasSuffix("a <reason>"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</style><img src=x>", "</title>", "<!-- x", "\" onclick=\"x", "' id='x",
    "&lt;b&gt;",
    "]]>", "\u{202E}gnp.exe", "\u{2066}a\u{1B}[31m", "שלום", "a\u{0}b", "\\u{3C}b\\u{3E}",
  ])
  func textFromFilesIsNeverMarkup(text: String) throws {
    let path = "specs/\(text)/TODO.md"
    var finding = SampleResult.finding(text, text, at: Location(path: path, range: ByteRange(0, 2)))
    finding.task = 1
    finding.help = text
    finding.related = [RelatedLocation(Location(path: path, range: ByteRange(1, 1)), text)]
    var result = SampleResult.result([finding], files: [SampleResult.file(path, text)])
    let state = TaskOverview.State(text, .open)
    let days = try day("2026-01-01")...day("2026-01-02")
    result.tasks = [
      try task(
        1, text, state, ("2026-01-01", "2026-01-02"),
        phases: [
          TaskOverview.Phase(number: text, title: text, state: state, days: days)
        ])
    ]
    let page = try page(result)
    let plain = SampleResult.finding("r", "plain", at: Location(path: "p", range: ByteRange(0, 2)))
    var calm = plain
    calm.task = 1
    calm.help = "plain"
    calm.related = [RelatedLocation(Location(path: "p", range: ByteRange(1, 1)), "plain")]
    var calmResult = SampleResult.result([calm], files: [SampleResult.file("p", "plain")])
    let calmState = TaskOverview.State("plain", .open)
    calmResult.tasks = [
      try task(
        1, "plain", calmState, ("2026-01-01", "2026-01-02"),
        phases: [
          TaskOverview.Phase(number: "1", title: "plain", state: calmState, days: days)
        ])
    ]
    // The same elements with the same attributes, whatever the text is.
    let expected = try self.page(calmResult)
    let shape = { (page: HTMLDocument) in
      HTMLDocument.descendants(of: page.root).map { [$0.name] + $0.attributes.keys.sorted() }
    }
    #expect(shape(page) == shape(expected))
    #expect(page.all("h4").first?.wholeText == "error \(DisplayText.escaped(text))")
    #expect(page.all(ofClass: "excerpt").first?.wholeText == DisplayText.escaped(text))
  }
}
