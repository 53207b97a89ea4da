import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusRules
import StatusTestSupport
import StatusText
import Testing

@testable import StatusCLI
import StatusDevTools

/// Every tree of the corpus, fixed in memory with all fixes: what no edit names stays.
@Suite struct UntouchedBytesTests {
  private static let cases =
    ["good", "malformed", "rules"].flatMap {
      (try? CorpusCase.directories(beneath: ["\(Project.directory)/Corpus/\($0)"])) ?? []
    }

  private func judged(_ testCase: CorpusCase) throws -> Inspection {
    let discovery = TreeDiscovery(fileSystem: PosixFileSystem(), workingDirectory: Project.directory)
    let location = try #require(try discovery.wholeTrees("\(testCase.directory)/before/specs").first)
    var settings = Snapshot.Settings(now: try #require(Timestamp.read(testCase.now).found?.timestamp))
    settings.profile = testCase.profile.flatMap(Profile.named)
    settings.keepsBytes = true
    settings.selection = try RuleSelection([RuleChoice(select: ["all"])])
    let tree = try Snapshot.read(
      location.root, from: try DirectorySource(location.repository, in: PosixFileSystem()), settings)
    return Inspection(tree, Inspection.Settings(location, jobs: 1))
  }

  @Test func nothingMovesOutsideOfTheEdits() throws {
    var edited = 0
    for directory in Self.cases {
      let tree = try judged(try CorpusCase(directory: directory))
      let outcome = try tree.fixed(allowsUnsafe: true)
      for file in outcome.files {
        edited += 1
        #expect(tree.bytes(at: file.path) == file.original, "\(file.path)")
        #expect(outcome.tree.bytes(at: file.path) == file.bytes, "\(file.path)")
        #expect(Self.isKept(file.original ?? [], file.bytes, outside: file.edits.edits), "\(file.path)")
      }
      let touched = Set(outcome.files.map(\.path))
      for file in tree.snapshot.workspace.files where !touched.contains(file.path) {
        #expect(outcome.tree.bytes(at: file.path) == file.source.bytes, "\(file.path)")
      }
      #expect(!outcome.tree.findings.contains { $0.fix != nil }, "\(directory)")
    }
    #expect(edited > 50)
  }

  /// Compares only the edits: before, between and after them, the bytes are equal.
  private static func isKept(_ before: [UInt8], _ after: [UInt8], outside edits: [TextEdit]) -> Bool {
    var old = before[...]
    var new = after[...]
    for edit in edits {
      let kept = edit.range.lower - old.startIndex
      guard new.count >= kept, old.prefix(kept).elementsEqual(new.prefix(kept)) else { return false }
      old = before[edit.range.upper...]
      new = new.dropFirst(kept + edit.replacement.count)
    }
    return old.elementsEqual(new)
  }
}
