import StatusDevTools
import StatusDiagnostics
import StatusFileSystem
import StatusModel
import StatusRules
import StatusTestSupport
import Testing

@testable import StatusEngine

/// A snapshot after any change of its files is the one that reading the tree anew gives.
struct UpdatingPropertyTests {
  private let root = SpecsRoot(path: "specs")

  private func settings() throws -> Snapshot.Settings {
    var settings = Snapshot.Settings(
      now: try #require(Timestamp.read("2026-06-01T00:00:00Z").found?.timestamp))
    settings.selection = try RuleSelection([RuleChoice(select: ["all"])])
    settings.keepsBytes = true
    return settings
  }

  private func files(_ profile: SyntheticProfile, seed: UInt64) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    SyntheticTree(taskCount: 12, archivedCount: 3, profile: profile, briefPlans: true, seed: seed)
      .forEachFile { files[$0.path] = $0.bytes }
    return files
  }

  private func make(
    _ change: RandomTreeChange, in files: inout [String: [UInt8]], _ directory: TemporaryDirectory
  )
    throws
  {
    for (path, bytes) in change.contents {
      files[path] = bytes
      if let bytes { try directory.write(bytes, to: path) } else { directory.remove(path) }
    }
    if let removed = change.removedDirectory { directory.remove(removed) }
  }

  /// All that a report could tell.
  private func facts(_ snapshot: Snapshot) -> [String] {
    let inspection = Inspection(snapshot, Inspection.Settings(TreeLocation(repository: "", root: root)))
    let workspace = snapshot.workspace
    return [workspace.profile.name, workspace.detection.reason]
      + workspace.files.map {
        "\($0.path) \($0.byteCount) \(workspace.directories.indices.contains($0.directory) ? workspace.directories[$0.directory].path : "")"
      }
      + workspace.links.map {
        "\($0.file) \($0.range) \($0.text) \($0.target) \(String(describing: $0.suggestion))"
      }
      + inspection.findings.map { "\($0)" }
  }

  @Test(arguments: SyntheticProfile.allCases, [1, 2, 3] as [UInt64])
  func updatingEqualsReadingAnew(profile: SyntheticProfile, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var files = files(profile, seed: seed)
    let (former, present) = (try TemporaryDirectory(), try TemporaryDirectory())
    for (path, bytes) in files {
      try former.write(bytes, to: path)
      try present.write(bytes, to: path)
    }
    let start = try Snapshot.read(root, from: DirectorySource(former.path, in: PosixFileSystem()), settings())
    var updated = start
    for step in 0..<25 {
      let change = RandomTreeChange(of: files, with: &random, removesDirectories: false)
      try make(change, in: &files, present)
      updated = try updated.updating(change.contents)
      let anew = try Snapshot.read(
        root, from: DirectorySource(present.path, in: PosixFileSystem()), settings())
      let (mine, other) = (facts(updated), facts(anew))
      #expect(
        mine == other, "step \(step): \(change.contents.keys.sorted())\n\(mine.difference(from: other))")
      if mine != other { return }
    }
  }

  @Test(arguments: SyntheticProfile.allCases, [4, 5, 6] as [UInt64])
  func rereadingEqualsReadingAnew(profile: SyntheticProfile, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var files = files(profile, seed: seed)
    let directory = try TemporaryDirectory()
    for (path, bytes) in files { try directory.write(bytes, to: path) }
    let source = try DirectorySource(directory.path, in: PosixFileSystem())
    var reread = try Snapshot.read(root, from: source, settings())
    for step in 0..<25 {
      let change = RandomTreeChange(of: files, with: &random, removesDirectories: true)
      try make(change, in: &files, directory)
      var changes = TreeChanges(files: change.removedDirectory == nil ? Array(change.contents.keys) : [])
      if let removed = change.removedDirectory {
        changes.insert(removed, isDirectory: true)
        changes.insert(
          removed.replacing("specs/", with: "specs/archive/", maxReplacements: 1), isDirectory: true)
      }
      reread = try reread.rereading(changes, from: source)
      let (mine, other) = (facts(reread), facts(try .read(root, from: source, settings())))
      #expect(
        mine == other, "step \(step): \(change.contents.keys.sorted())\n\(mine.difference(from: other))")
      if mine != other { return }
    }
  }
}
