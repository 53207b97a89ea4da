import StatusClaims
import StatusModel
import StatusText

/// spec-kit: features with a spec, a plan and tasks, in directories `specs/001-name/`.
struct SpecKit: PlanFormat {
  let name = "spec-kit"
  let title = "spec-kit"
  let marks = ["specs"]
  var rules: Set<String> {
    [
      "count-mismatch", "duplicate-id", "empty-artifact", "missing-artifact", "name-mismatch",
      "nonstandard-marker", "number-gap",
      "placeholder-text", "rollup-mismatch", "skipped-phase", "stale-pointer", "status-mismatch",
      "unchecked-work", "unclosed-block",
      "unknown-marker", "unknown-reference", "unmet-dependency", "unreadable-file",
    ]
  }

  /// How tasks are written: upstream ticks them with a capital letter.
  static let dialect: CheckboxDialect = {
    var dialect = CheckboxDialect(ids: .tasks)
    dialect.tick = UInt8(ascii: "X")
    return dialect
  }()

  /// The files of a feature.
  static let fileNames = ["spec.md", "plan.md", "tasks.md"]

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PathText.name(of: directory) == "openspec" || PlanFormats.isExample(directory) { return [] }
    let root = PathText.joined(directory, "specs")
    let features = features(in: root, of: files)
    if features.isEmpty { return [] }
    let isKnown = files.directories(in: directory).contains(".specify")
    return isKnown || features.contains { hasFingerprint($0, of: files) } ? [root] : []
  }

  /// The directories of features, in no particular order.
  private func features(in root: String, of files: some PlanFiles) -> [String] {
    files.entries(of: root).flatMap { entry -> [String] in
      let path = "\(root)/\(entry.name)"
      if !entry.isDirectory { return [] }
      if FeatureNumber(entry.name) != nil { return hasFile(path, of: files) ? [path] : [] }
      guard Self.mayBeGroup(entry.name) else { return [] }
      return files.directories(in: path).filter { FeatureNumber($0) != nil }.map { "\(path)/\($0)" }
        .filter { hasFile($0, of: files) }
    }
  }

  /// Whether a directory may hold features one level down.
  private static func mayBeGroup(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return false }
    return ASCII.isLetter(first) && !PlanFormats.exampleDirectories.contains(name) && name != "archive"
  }

  private func hasFile(_ feature: String, of files: some PlanFiles) -> Bool {
    !Set(files.files(in: feature)).isDisjoint(with: Self.fileNames)
  }

  /// Whether the files of a feature look as the templates of spec-kit make them.
  private func hasFingerprint(_ feature: String, of files: some PlanFiles) -> Bool {
    func has(_ words: [StaticString], in name: String) -> Bool {
      guard let bytes = files.bytes(of: "\(feature)/\(name)") else { return false }
      return bytes.lines(in: ByteRange(0, bytes.count)).contains { line in
        words.contains { ASCII.begins(bytes, at: line.lower, before: line.upper, with: $0) }
      }
    }
    return has(["**feature branch**:", "### user story "], in: "spec.md")
      || has(["- [ ] t0", "- [x] t0"], in: "tasks.md")
  }

  func descends(into path: String) -> Bool {
    let names = PathText.components(of: path)
    switch names.count {
    case 1: return FeatureNumber(names[0]) != nil || Self.mayBeGroup(names[0])
    case 2: return FeatureNumber(names[0]) == nil && FeatureNumber(names[1]) != nil
    default: return false
    }
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    guard Self.fileNames.contains(PathText.name(of: path)) else { return nil }
    if FeatureNumber(PathText.name(of: PathText.parent(of: path))) == nil { return nil }
    return PathText.name(of: path) == "tasks.md" ? .tasks(Self.dialect) : .markdown
  }

  func surroundings(of root: String, in files: some PlanFiles) -> PlanSurroundings {
    PlanSurroundings(files: [(Self.pointer(of: root), .json)])
  }

  /// The path of the file that names the current feature.
  static func pointer(of root: String) -> String {
    PathText.joined(PathText.parent(of: root), ".specify/feature.json")
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let features = Feature.all(in: tree)
    for feature in features {
      FeatureRules(feature, in: tree).check(into: &findings)
      guard let tasks = feature.tasks else { continue }
      FeatureReferences(feature, tasks).check(into: &findings)
      FeatureTasks(feature, tasks, in: tree).check(into: &findings)
    }
    checkNumbers(features, into: &findings)
    checkPointer(tree, into: &findings)
  }

  /// Two features with one number, of those in one directory.
  private func checkNumbers(_ features: [Feature], into findings: inout ClaimFindings) {
    var known: [String: Feature] = [:]
    var reported: Set<String> = []
    for feature in features where !feature.number.isTimestamp {
      let key = "\(PathText.parent(of: feature.path))/\(feature.number.text)"
      guard let first = known[key] else {
        known[key] = feature
        continue
      }
      guard reported.insert(key).inserted else { continue }
      findings.report(
        "duplicate-id", .error, "feature \(feature.number.text)",
        .sameNumber(feature.number.text, first.name, feature.name),
        at: feature.location, claims: [Claim(first.location, "\"\(first.name)\" has it, too")],
        help: "give one of the directories another number")
    }
  }

  private func checkPointer(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let path = Self.pointer(of: tree.root)
    guard let file = tree.files[PlanTree.outside(path)], let value = file.json?["feature_directory"],
      let text = value.string, let path = RelativePath.normalized(text),
      let inside = PathText.rest(of: path, below: "specs"), !tree.holdsDirectory(inside)
    else { return }
    findings.report(
      "stale-pointer", .warning, "current feature",
      "the current feature is \"\(text)\", which does not exist",
      at: file.location(value.range), missingFrom: [tree.whole(inside)], help: "name a feature that exists")
  }
}

extension String {
  fileprivate static func sameNumber(_ number: String, _ first: String, _ second: String) -> String {
    "two features have the number \(number): \"\(first)\" and \"\(second)\""
  }
}
