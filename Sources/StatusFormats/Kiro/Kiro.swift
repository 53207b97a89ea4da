import StatusClaims
import StatusDiagnostics
import StatusText

/// Kiro and cc-sdd: specs with requirements, a design and tasks, in directories `.kiro/specs/name/`.
struct Kiro: PlanFormat {
  let name = "kiro"
  let title = "Kiro and cc-sdd"
  let marks = [".kiro"]
  var rules: Set<String> {
    [
      "archived-but-active", "count-mismatch", "duplicate-id", "future-timestamp", "invalid-json",
      "invalid-timestamp",
      "missing-artifact", "name-mismatch", "nonstandard-marker", "rollup-mismatch", "stale-directory-state",
      "status-mismatch",
      "timestamp-order", "unchecked-work", "unclosed-block", "uncovered-requirement", "unknown-marker",
      "unknown-reference",
      "unmet-dependency", "unreadable-file",
    ]
  }

  /// How tasks are written.
  static let dialect: CheckboxDialect = {
    var dialect = CheckboxDialect(ids: .dottedOrBare)
    dialect.marks = [UInt8(ascii: "-"): .active, UInt8(ascii: "~"): .queued]
    return dialect
  }()

  /// The files of which a spec has at least one.
  static let fileNames = [
    "requirements.md", "bugfix.md", "design.md", "tasks.md", "spec.json", ".config.kiro",
  ]

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let root = PathText.joined(directory, ".kiro/specs")
    let isRoot = files.directories(in: root).contains { name in
      guard Self.mayBeSpec(name) else { return false }
      let path = "\(root)/\(name)"
      return isSpec(path, of: files)
        || files.directories(in: path).contains { Self.mayBeSpec($0) && isSpec("\(path)/\($0)", of: files) }
    }
    return isRoot ? [root] : []
  }

  private func isSpec(_ path: String, of files: some PlanFiles) -> Bool {
    !Set(files.files(in: path)).isDisjoint(with: Self.fileNames)
  }

  /// Whether a directory of this name may be a spec, or a group of specs.
  static func mayBeSpec(_ name: String) -> Bool {
    !name.hasPrefix(".") && !PlanFormats.exampleDirectories.contains(name)
  }

  func descends(into path: String) -> Bool {
    let names = PathText.components(of: path)
    return names.count <= 2 && names.allSatisfy(Self.mayBeSpec)
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    switch PathText.name(of: path) {
    case "requirements.md": .markdown
    case "tasks.md": .tasks(Self.dialect)
    case "spec.json", ".config.kiro": .json
    default: nil
    }
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let specs = KiroSpec.all(in: tree)
    for spec in specs {
      if spec.isArchived {
        spec.checkArchived(into: &findings)
      } else {
        check(spec, specs, tree, into: &findings)
      }
    }
    checkNames(specs, into: &findings)
    checkIDs(specs, into: &findings)
  }

  private func check(
    _ spec: KiroSpec, _ specs: [KiroSpec], _ tree: PlanTree, into findings: inout ClaimFindings
  ) {
    if let rules = spec.rules, let tasks = spec.tasks {
      rules.checkMarkers(into: &findings)
      rules.checkFences(into: &findings)
      rules.checkRollups(into: &findings)
      rules.checkHeadings(into: &findings)
      rules.checkDuplicates(into: &findings)
      rules.checkCounts(tasks.file.outline, into: &findings)
      KiroReferences(spec, tasks, rules).check(isAsked: tree.isAsked, into: &findings)
    }
    KiroSettings(spec, in: tree)?.check(into: &findings)
  }

  /// Specs that are archived and active under one name.
  private func checkNames(_ specs: [KiroSpec], into findings: inout ClaimFindings) {
    let archived = Dictionary(
      specs.filter(\.isArchived).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for spec in specs where !spec.isArchived {
      guard let other = archived[spec.name] else { continue }
      findings.report(
        "archived-but-active", .error, spec.subject,
        "\"\(spec.name)\" is active, but also in \"\(other.group ?? "")\"", at: spec.location,
        claims: [Claim(other.location, "it is archived here")],
        help: "remove one of the two, or rename the active one")
    }
  }

  /// Specs with one id: copies of a directory.
  private func checkIDs(_ specs: [KiroSpec], into findings: inout ClaimFindings) {
    var places: [String: [Location]] = [:]
    var order: [String] = []
    for spec in specs {
      guard let file = spec.identity, let value = file.json?["specId"], let id = value.string, !id.isEmpty
      else { continue }
      if places[id] == nil { order.append(id) }
      places[id, default: []].append(file.location(value.range))
    }
    for id in order {
      guard let found = places[id], found.count > 1, let last = found.last else { continue }
      findings.report(
        "duplicate-id", .info, "specId \(id)", "\(found.count) specs have the specId \"\(id)\"", at: last,
        claims: found.dropLast().map { Claim($0, "this spec has it, too") })
    }
  }
}
