import StatusClaims
import StatusText

/// GSD (get-shit-done): a roadmap, requirements and a state in `.planning`, with a directory for each phase.
struct GSD: PlanFormat {
  let name = "gsd"
  let title = "GSD"
  let marks = [".planning"]
  var rules: Set<String> {
    [
      "count-mismatch", "directory-name", "duplicate-id", "empty-artifact", "future-timestamp",
      "invalid-timestamp",
      "missing-artifact", "missing-timestamp", "name-mismatch", "orphan-project-directory",
      "reference-mismatch",
      "rollup-mismatch", "stale-last-updated", "stale-pointer", "status-mismatch", "timestamp-mismatch",
      "unchecked-work", "unearned-timestamp", "unknown-marker", "unknown-reference", "unmet-dependency",
    ]
  }

  // MARK: Roots

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if Self.isLeftOut(directory) || Self.isLinked(directory, files) { return [] }
    let base = PathText.joined(directory, ".planning")
    return (Self.isRoot(base, of: files) ? [base] : []) + Self.inner(base, of: files)
  }

  /// The workstreams and projects in the `.planning` at `base`.
  private static func inner(_ base: String, of files: some PlanFiles) -> [String] {
    files.directories(in: base).flatMap { name -> [String] in
      let path = "\(base)/\(name)"
      if name == "workstreams" {
        return files.directories(in: path).map { "\(path)/\($0)" }.filter { isRoot($0, of: files) }
      }
      let names = ownDirectories.contains(name) ? [] : files.files(in: path)
      return names.contains("ROADMAP.md") && names.contains("STATE.md") ? [path] : []
    }
  }

  private static func isRoot(_ path: String, of files: some PlanFiles) -> Bool {
    files.files(in: path).contains { $0 == "ROADMAP.md" || $0 == "STATE.md" }
  }

  private static let ownDirectories: Set = ["phases", "milestones", "archive"]

  /// Whether a copy of something lies there.
  private static func isLeftOut(_ directory: String) -> Bool {
    PlanFormats.isExample(directory)
      || PathText.components(of: directory).contains { toolDirectories.contains($0) }
  }

  private static let toolDirectories: Set = ["worktrees", "dist", "build", "target", "Pods"]

  /// Whether the directory belongs to another working tree: a file `.git` says so.
  private static func isLinked(_ directory: String, _ files: some PlanFiles) -> Bool {
    var path = directory
    while !path.isEmpty {
      if files.files(in: path).contains(".git") { return true }
      path = PathText.parent(of: path)
    }
    return false
  }

  /// The directory `.planning` that holds the root.
  static func planning(of root: String) -> String {
    var path = root
    while !path.isEmpty, PathText.name(of: path) != ".planning" { path = PathText.parent(of: path) }
    return path.isEmpty ? root : path
  }

  // MARK: Files

  func descends(into path: String) -> Bool {
    let names = PathText.components(of: path)
    if names[names.count - 1].hasPrefix(".") || names[names.count - 1] == "node_modules" { return false }
    // Of other roots, only what they are called and their roadmaps.
    return names[0] != "workstreams" || names.count <= 2
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    let names = PathText.components(of: path)
    let name = names[names.count - 1]
    switch names.count {
    case 1 where name == "config.json": return .json
    case 1 where name == Self.pointer: return .text
    case 1:
      return ["ROADMAP.md", "REQUIREMENTS.md", "STATE.md", "MILESTONES.md"].contains(name) ? .markdown : nil
    case 2 where names[0] == "milestones": return Self.isArchive(name) ? .markdown : nil
    case 3, 4:
      if names[0] == "phases" {
        return PlanFileName(name, code: nil) == nil && !Self.mayBePlan(name) ? nil : .markdown
      }
      return names[0] == "workstreams" && name == "ROADMAP.md" ? .markdown : nil
    default: return names.count == 2 && names[0] != "phases" && name == "ROADMAP.md" ? .markdown : nil
    }
  }

  /// Whether the name may be one of a plan after the code of the project.
  private static func mayBePlan(_ name: String) -> Bool {
    name.hasSuffix(".md")
      && (name.contains(text: "PLAN") || name.contains(text: "SUMMARY")
        || name.contains(text: "VERIFICATION"))
  }

  private static func isArchive(_ name: String) -> Bool {
    name.hasSuffix("ROADMAP.md") || name.hasSuffix("-REQUIREMENTS.md")
  }

  /// The file that names the active workstream.
  static let pointer = "active-workstream"

  func surroundings(of root: String, in files: some PlanFiles) -> PlanSurroundings {
    let base = Self.planning(of: root)
    var found = PlanSurroundings()
    if base == root { return found }
    let own = [
      "config.json": PlanFile.Reading.json, "MILESTONES.md": .markdown, "ROADMAP.md": .markdown,
      Self.pointer: .text,
    ]
    found.files = own.sorted { $0.key < $1.key }.map { ("\(base)/\($0.key)", $0.value) }
    for other in Self.inner(base, of: files) where other != root {
      found.files.append(("\(other)/ROADMAP.md", .markdown))
    }
    let archive = "\(base)/milestones"
    found.files += files.files(in: archive).filter(Self.isArchive).map { ("\(archive)/\($0)", .markdown) }
    found.directories = [base, archive]
    found.directories += files.directories(in: archive).filter { $0.hasSuffix("-phases") }.map {
      "\(archive)/\($0)"
    }
    return found
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let project = GSDProject(tree)
    GSDStatusRules(project).check(into: &findings)
    GSDPlanRules(project).check(into: &findings)
    GSDCountRules(project).check(into: &findings)
    GSDStateCounts(project).check(into: &findings)
    GSDRequirementRules(project).check(into: &findings)
    GSDReferenceRules(project).check(into: &findings)
    GSDPointerRules(project).check(into: &findings)
    GSDMilestoneRules(project).check(into: &findings)
    GSDDuplicateRules(project).check(into: &findings)
    GSDDirectoryRules(project).check(into: &findings)
    GSDVocabularyRules(project).check(into: &findings)
    GSDDateRules(project).check(into: &findings)
    GSDLinkRules(project).check(into: &findings)
  }
}
