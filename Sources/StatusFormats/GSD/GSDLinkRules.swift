import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of links into `.planning`, and of the file to resume from.
struct GSDLinkRules {
  private let project: GSDProject
  /// The `.planning` around the root, from the repository root.
  private let base: String

  init(_ project: GSDProject) {
    self.project = project
    base = GSD.planning(of: project.tree.root)
  }

  func check(into findings: inout ClaimFindings) {
    if let roadmap = project.roadmap {
      for link in roadmap.links {
        check(link.target, roadmap.file, link.isClosed ? .info : .warning, into: &findings)
      }
    }
    if let state = project.state {
      for link in state.links {
        check(link.target, state.file, link.isInTable ? .info : .warning, into: &findings)
      }
      checkResumeFile(state, into: &findings)
    }
    if let milestones = project.tree.files["MILESTONES.md"] {
      for line in OpenLines(milestones).ranges {
        for target in MarkdownLinks.targets(milestones.source, line) {
          check(target, milestones, .info, into: &findings)
        }
      }
    }
  }

  private func check(
    _ target: ByteRange, _ file: PlanFile, _ severity: Severity, into findings: inout ClaimFindings
  ) {
    let text = file.source.text(target)
    guard !text.hasPrefix("/"), !text.utf8.contains(UInt8(ascii: ":")), !text.utf8.contains(UInt8(ascii: "%"))
    else { return }
    // Some write paths from the repository.
    let paths = [PathText.parent(of: file.source.path), PathText.parent(of: base)]
      .compactMap { Self.resolved(text, from: $0) }.filter { PathText.rest(of: $0, below: base) != nil }
    guard !paths.isEmpty, paths.allSatisfy({ isMissing($0) && !isWorking($0) }) else { return }
    findings.report(
      "missing-artifact", severity, "link \(text)", "the file of the link \"\(text)\" was not found",
      at: file.location(target))
  }

  private func checkResumeFile(_ state: GSDState, into findings: inout ClaimFindings) {
    guard let place = state.resumeFile else { return }
    // The path begins in the repository, in the root, or in the directory of the state.
    let paths = [PathText.parent(of: base), base, project.tree.root].compactMap {
      Self.resolved(place.text, from: $0)
    }
    guard paths.contains(where: { PathText.rest(of: $0, below: base) != nil }),
      place.text.contains(text: ".planning/") || place.text.hasSuffix(".md") && Self.isPlanning(place.text),
      paths.allSatisfy(isMissing)
    else { return }
    findings.report(
      "missing-artifact", .warning, "project", "the resume file \"\(place.text)\" was not found",
      at: place.location)
  }

  /// Whether a path is one below `.planning` that leaves it out.
  private static func isPlanning(_ path: String) -> Bool {
    ["phases", "workstreams", "milestones", "quick"].contains(PathText.first(of: path))
  }

  /// Whether the files of a directory come and go during the work.
  private func isWorking(_ path: String) -> Bool {
    let names = PathText.components(of: PathText.rest(of: path, below: base) ?? path)
    return names.contains {
      ["phases", "quick", "todos", "debug", "research", "codebase", "workstreams"].contains($0)
    }
  }

  /// Whether nothing is at `path`, which is from the repository root, though its directory is known.
  private func isMissing(_ path: String) -> Bool {
    let tree = project.tree
    let known = PathText.rest(of: path, below: tree.root) ?? PlanTree.outside(path)
    if path == tree.root || path == base || tree.holds(known) || tree.holdsDirectory(known) { return false }
    if PathText.rest(of: path, below: tree.root) != nil { return true }
    // Outside of the root, only some directories are known.
    return tree.holdsDirectory(PathText.parent(of: known))
      && !tree.directories(in: PathText.parent(of: known)).contains(PathText.name(of: path))
  }

  /// The path `text` from `directory`; nil if it leaves the repository.
  private static func resolved(_ text: String, from directory: String) -> String? {
    var names = PathText.components(of: directory)
    for name in PathText.components(of: text) where name != "." {
      if name == ".." {
        guard !names.isEmpty else { return nil }
        names.removeLast()
      } else {
        names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}
