import Foundation
import StatusEngine
import StatusFormats
import StatusTestSupport
import StatusTestTrees
import Testing

/// No format takes the files of another one for its own.
@Suite struct FormatDiscoveryTests {
  private static let corpus = "\(Project.directory)/Corpus"

  private func roots(_ files: [String: [UInt8]]) -> [PlanRoot] {
    PlanDiscovery(MemorySource(files)).roots(below: "")
  }

  /// The files of each case below a directory of the corpus, by its path.
  private func cases(_ directory: String) throws -> [String: [String: [UInt8]]] {
    var cases: [String: [String: [UInt8]]] = [:]
    for (path, bytes) in try MemoryTree.files(below: "\(Self.corpus)/\(directory)") {
      guard let before = path.range(of: "/before/") else { continue }
      cases[String(path[..<before.lowerBound]), default: [:]][String(path[before.upperBound...])] = bytes
    }
    return cases
  }

  @Test("a case of a format is of that format alone")
  func formats() throws {
    for (name, files) in try cases("formats") {
      let others = roots(files).filter { name.split(separator: "/")[0] != $0.format }
      #expect(others.isEmpty, "\(name)")
    }
  }

  @Test("a case of a specs tree is of no other format", arguments: ["rules", "good", "archive", "malformed"])
  func specs(directory: String) throws {
    for (name, files) in try cases(directory) { #expect(roots(files).isEmpty, "\(directory)/\(name)") }
  }

  @Test(
    "a real tree is of its own format alone",
    .enabled(if: FileManager.default.fileExists(atPath: treeDirectory)))
  func realTrees() throws {
    for (group, formats) in [("gsd", ["gsd"]), ("", [])] as [(String, Set<String>)] {
      let directory = group.isEmpty ? "\(Self.treeDirectory)/.." : "\(Self.treeDirectory)/\(group)"
      for name in try FileManager.default.contentsOfDirectory(atPath: directory).sorted() {
        var isDirectory: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: "\(directory)/\(name)", isDirectory: &isDirectory)
        guard isDirectory.boolValue, group == "gsd" || name.contains("-20") else { continue }
        let found = Set(roots(try MemoryTree.files(below: "\(directory)/\(name)")).map(\.format))
        #expect(
          found.subtracting(formats).isEmpty && (group.isEmpty || !found.isEmpty),
          "\(name): \(found.sorted())")
      }
    }
  }

  private static let treeDirectory = "\(Project.directory)/../shared/corpora/formats"

  @Test("each directory is listed once, however many formats look into it")
  func listings() {
    let files = ["specs/001-a/tasks.md", "specs/notes/a.md", "openspec/changes/a/tasks.md"]
    let source = ListingSource(MemorySource(files.reduce(into: [:]) { $0[$1] = Array("- [ ] T001\n".utf8) }))
    #expect(PlanDiscovery(source).roots(below: "").map(\.path) == ["openspec", "specs"])
    let listed = source.listed.withLock { $0 }
    #expect(listed.contains("specs") && Set(listed).count == listed.count, "\(listed)")
  }

  @Test("a repository with three formats has three roots")
  func three() {
    let files = [
      ".planning/ROADMAP.md": "- [ ] **Phase 1: Mast**\n", ".kiro/specs/mast/tasks.md": "- [ ] 1. Step it\n",
      "backlog/config.yml": "statuses: [To Do, Done]\n",
      "backlog/tasks/task-1 - Mast.md": "---\nid: task-1\n---\n",
    ]
    let found = roots(files.mapValues { Array($0.utf8) })
    #expect(
      found.map { "\($0.format) \($0.path)" } == ["kiro .kiro/specs", "gsd .planning", "backlog backlog"])
  }

  @Test("a root of GSD lies in its own repository, and not in a copy")
  func gsd() {
    let roadmap = Array("- [ ] **Phase 1: Mast**\n".utf8)
    let files: [String: [UInt8]] = [
      "app/.planning/STATE.md": roadmap, "app/.planning/workstreams/rig/ROADMAP.md": roadmap,
      "app/.planning/workstreams/none/NOTES.md": roadmap, "app/.planning/cabin/ROADMAP.md": roadmap,
      "app/.planning/cabin/STATE.md": roadmap, "app/.planning/notes/ROADMAP.md": roadmap,
      "app/.planning/archive/ROADMAP.md": roadmap, "app/.planning/archive/STATE.md": roadmap,
      "app/.planning/old/.planning/ROADMAP.md": roadmap, "linked/.git": [],
      "linked/.planning/ROADMAP.md": roadmap,
      "build/.planning/ROADMAP.md": roadmap, ".git": [],
    ]
    #expect(
      roots(files).map(\.path) == ["app/.planning", "app/.planning/cabin", "app/.planning/workstreams/rig"])
  }
}
