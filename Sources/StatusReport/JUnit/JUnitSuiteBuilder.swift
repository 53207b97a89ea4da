import StatusDiagnostics
import StatusText

/// Makes suites from findings: which cases fail or pass, and their messages.
struct JUnitSuiteBuilder {
  private let result: CheckResult
  private let options: ReportOptions
  private let findings: [String?: [Int]]
  private let fixed: [String?: [Int]]
  private var positions: FindingPositions
  private var classNames = ClassNames()
  private let treeClassName: String
  private let isExtended: Bool

  private static let treeName = "(tree)"

  /// A builder for the suites of `result`; with `isExtended`, cases have places.
  init(_ result: CheckResult, _ options: ReportOptions, isExtended: Bool) {
    self.result = result
    self.isExtended = isExtended
    self.options = options
    findings = Dictionary(grouping: result.findings.indices) { result.findings[$0].location?.path }
    fixed = Dictionary(grouping: result.fixed.indices) { result.fixed[$0].finding.location?.path }
    positions = FindingPositions(result.files)
    // First, so that a file with the name "(tree)" cannot take it.
    treeClassName = classNames.name(for: Self.treeName)
  }

  /// The suite of a file.
  mutating func suite(of subject: JUnitSubject) -> JUnitSuite {
    let name = Self.name(of: subject.path)
    var (cases, output) = ruleCases(path: subject.path, file: subject.file)
    if let file = subject.file { cases.insert(Self.parseCase(of: file), at: 0) }
    if isExtended { setPlaces(of: &cases, path: subject.path) }
    writeFixed(path: subject.path, to: &output)
    let properties = properties(fixed: fixed[subject.path]?.count ?? 0)
    return JUnitSuite(
      name: name, className: classNames.name(for: name), properties: properties, cases: cases,
      output: output.bytes)
  }

  /// The last suite: findings without a file, and a case that is always present.
  mutating func treeSuite() -> JUnitSuite {
    let time = ElapsedTime(seconds: result.seconds, reproducible: options.reproducible)
    var (cases, output) = ruleCases(path: nil, file: nil)
    cases.insert(JUnitCase(name: "completed", outcome: .passed, time: time), at: 0)
    writeFixed(path: nil, to: &output)
    for entry in result.stale {
      StaleLine(entry, path: DisplayText.escaped(entry.path)).write(to: &output, state: "stale: ")
      output.endLine()
    }
    let summary = ReportSummary(result)
    // Properties have names that readers know; the reason has none.
    output.write(shown: "profile \(result.profile): \(result.profileReason)")
    output.endLine()
    output.write(safe: "\(summary.phrase) (\(Counted(summary.files, "file")))")
    output.endLine()
    var properties = properties(fixed: fixed[nil]?.count ?? 0)
    properties.append((name: "statuslint.profile", value: result.profile))
    return JUnitSuite(
      name: Self.treeName, className: treeClassName, properties: properties, cases: cases,
      output: output.bytes, time: time)
  }

  /// A path as an attribute. Readers may collapse white space, so blanks at its ends are escaped.
  private static func name(of path: String) -> String {
    var name = DisplayText.escaped(path)
    if name.isEmpty { return "." }
    if name.hasPrefix(" ") { name = #"\u{20}"# + name.dropFirst() }
    if name.hasSuffix(" ") { name = name.dropLast() + #"\u{20}"# }
    return name
  }

  private static func parseCase(of file: CheckedFile) -> JUnitCase {
    guard case .failed(let reason) = file.outcome else { return JUnitCase(name: "parse", outcome: .passed) }
    var text = ReportBuffer()
    text.write(shown: file.path)
    text.write(": ")
    text.write(shown: reason)
    return JUnitCase(name: "parse", outcome: .error(message: text.bytes, type: "parse", body: text.bytes))
  }

  private func properties(fixed: Int) -> [(name: String, value: String)] {
    var properties = [(name: "statuslint.version", value: options.toolVersion)]
    if fixed > 0 { properties.append((name: "statuslint.fixed", value: String(fixed))) }
    return properties
  }

  /// The cases of the rules, sorted by name, and the lines of the findings that do not fail a case.
  private mutating func ruleCases(path: String?, file: CheckedFile?) -> ([JUnitCase], ReportBuffer) {
    let indices = findings[path] ?? []
    var output = ReportBuffer()
    for index in indices where !result.fails(result.findings[index]) { writeLine(index, to: &output) }
    let failing = Dictionary(grouping: indices.filter { result.fails(result.findings[$0]) }) {
      result.findings[$0].rule
    }
    var didRun = Set(indices.map { result.findings[$0].rule })
    for index in fixed[path] ?? [] { didRun.insert(result.fixed[index].finding.rule) }
    var rules = didRun
    let isFailed = file.map { $0.outcome != .parsed } ?? false
    if let file {
      rules.formUnion(file.suppressed)
      if options.junitDetailAll || isFailed { rules.formUnion(file.rules) }
    }
    let cases = rules.sorted().map { rule -> JUnitCase in
      if let failing = failing[rule] { return failure(of: rule, failing) }
      if didRun.contains(rule) { return JUnitCase(name: rule, outcome: .passed) }
      if isFailed { return JUnitCase(name: rule, outcome: .skipped("not run")) }
      let isSuppressed = file?.suppressed.contains(rule) ?? false
      return JUnitCase(name: rule, outcome: isSuppressed ? .skipped("suppressed") : .passed)
    }
    return (cases, output)
  }

  /// Sets the place of every case about the file at `path`: the first finding of its rule, or the first line.
  private mutating func setPlaces(of cases: inout [JUnitCase], path: String) {
    var lines: [String: Int] = [:]
    for index in findings[path] ?? [] {
      let finding = result.findings[index]
      guard let location = finding.location, lines[finding.rule] == nil else { continue }
      lines[finding.rule] = positions.start(of: location).line
    }
    for index in cases.indices { cases[index].place = (path, lines[cases[index].name] ?? 1) }
  }

  private mutating func failure(of rule: String, _ indices: [Int]) -> JUnitCase {
    var body = ReportBuffer()
    for index in indices { writeLine(index, to: &body) }
    let first = result.findings[indices[0]]
    var headline = ReportBuffer()
    line(first).writePlace(to: &headline)
    headline.write(shown: first.message)
    let more = indices.count > 1 ? Array(" (and \(indices.count - 1) more)".utf8) : []
    let message = CutText.cut(headline.bytes, to: CutText.messageLimit - more.count) + more
    let gravest = indices.map { result.findings[$0].severity }.max() ?? first.severity
    return JUnitCase(
      name: rule, outcome: .failure(message: message, type: gravest.name, body: body.bytes))
  }

  private mutating func line(_ finding: Finding) -> FindingLine {
    let position = finding.location.map { positions.start(of: $0) }
    return FindingLine(finding, path: finding.location?.path, position: position)
  }

  private mutating func writeLine(_ index: Int, to buffer: inout ReportBuffer) {
    line(result.findings[index]).write(to: &buffer)
    buffer.endLine()
  }

  private func writeFixed(path: String?, to buffer: inout ReportBuffer) {
    for index in fixed[path] ?? [] {
      let fixed = result.fixed[index]
      FindingLine(fixed.finding, path: path, position: fixed.start).write(to: &buffer, state: "fixed: ")
      buffer.endLine()
    }
  }
}
