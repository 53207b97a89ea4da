import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the names of directories and files in phases/.
struct GSDDirectoryRules {
  private let project: GSDProject

  init(_ project: GSDProject) { self.project = project }

  func check(into findings: inout ClaimFindings) {
    for name in project.unnumbered where !isForeign(name) {
      findings.report(
        "directory-name", .info, name,
        "the name of directory \"\(name)\" does not begin with the number of a phase",
        at: project.location(ofFile: "phases/\(name)"),
        help: "valid names: NN-name, for example 02-bed-layout")
    }
    checkOrphans(into: &findings)
    for directory in project.directories where !directory.number.isBacklog {
      for (path, name) in directory.strangers {
        let file = PathText.name(of: path)
        findings.report(
          "name-mismatch", .warning, file,
          "\(file) has the number of phase \(name.phase?.text ?? ""), but is in the directory of phase \(directory.number.text)",
          at: project.location(ofFile: path),
          claims: [Claim(project.location(of: directory), "the directory is here")])
      }
    }
    let current = project.directories.filter { !$0.number.isBacklog }
    project.tree.judge(current, into: &findings) { checkFields($0, into: &$1) }
  }

  /// Whether a directory has an id outside of the grammar, or is hidden.
  private func isForeign(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    var cursor = TextCursor(bytes, ByteRange(0, bytes.count))
    return name.hasPrefix(".") || GSDNumber.takeForeign(&cursor) != nil
  }

  /// Directories of phases that nothing knows.
  private func checkOrphans(into findings: inout ClaimFindings) {
    guard project.roadmap != nil, let lowest = project.phases.map(\.number.first).min() else { return }
    let orphans = project.directories.filter { !project.knows($0.number) }
    for isOld in [false, true] {
      let group = orphans.filter { ($0.number.first < lowest) == isOld }
      guard let first = group.first else { continue }
      findings.report(
        "orphan-project-directory", isOld ? .info : .warning, "phase \(first.number.text)", .orphans(group),
        at: project.location(of: first),
        claims: group.dropFirst().map {
          Claim(project.location(of: $0), "\(PathText.name(of: $0.path)) is here")
        })
    }
  }

  /// `phase` and `plan` of the front matter against the name of the file.
  private func checkFields(_ directory: PhaseDirectory, into findings: inout ClaimFindings) {
    for path in directory.files {
      guard let file = project.tree.files[path] else { continue }
      let name = PathText.name(of: path)
      let fields = FrontMatterFields(file)
      if let phase = fields["phase"], let number = number(phase), number != directory.number {
        report("phase", phase, name, file, into: &findings)
      }
      guard let key = PlanFileName(name, code: project.code)?.inDirectory(of: directory.number).key,
        !key.isWhole,
        let plan = fields["plan"], let own = self.key(plan), own != key
      else { continue }
      report("plan", plan, name, file, into: &findings)
    }
  }

  private func report(
    _ field: String, _ value: PlacedText, _ name: String, _ file: PlanFile, into findings: inout ClaimFindings
  ) {
    findings.report(
      "name-mismatch", .warning, name, "\(field) is \"\(value.text)\" in the front matter of \(name)",
      at: value.location,
      claims: [Claim(file.start, "the name of the file is another")])
  }

  private func number(_ value: PlacedText) -> GSDNumber? {
    let bytes = Array(value.text.utf8)
    var cursor = TextCursor(bytes, ByteRange(0, bytes.count))
    if cursor.take("phase") { cursor.skip(" -") }
    return GSDNumber.take(&cursor, code: project.code).flatMap {
      cursor.isAtEnd || cursor.byte == UInt8(ascii: "-") || cursor.byte == ASCII.space ? $0 : nil
    }
  }

  /// `01`, `"02-01"`, `02a`.
  private func key(_ value: PlacedText) -> PlanKey? {
    let bytes = Array(value.text.utf8)
    let last = bytes.lastIndex(of: UInt8(ascii: "-")).map { $0 + 1 } ?? 0
    var cursor = TextCursor(bytes, ByteRange(last, bytes.count))
    guard let key = PlanKey.take(&cursor), cursor.isAtEnd else { return nil }
    return key
  }
}

extension PhaseDirectory {
  /// The files of its plans and summaries that carry its own number.
  var files: [String] { (plans.map(\.path) + plans.compactMap(\.summary) + orphans).sorted() }
}

extension String {
  fileprivate static func orphans(_ group: [PhaseDirectory]) -> String {
    let names = group.map { PathText.name(of: $0.path) }.listed
    return group.count == 1
      ? "the roadmap does not have phase \(group[0].number.text) of directory \(names)"
      : "the roadmap does not have the phases of \(group.count) directories: \(names)"
  }
}
