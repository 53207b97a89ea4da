import StatusClaims
import StatusEngine
import StatusFormats
import StatusTestSupport
import StatusText
import Synchronization
import Testing

/// Roots that are read again.
@Suite struct PlanSnapshotTests {
  private static let path = "openspec/changes/add-door/tasks.md"
  private static let files: [String: [UInt8]] = [
    "openspec/project.md": Array("# Project\n".utf8), path: Array("- [ ] 1.1 Cut\n".utf8),
    "openspec/changes/add-roof/tasks.md": Array("- [ ] 1.1 Beams\n".utf8),
  ]

  /// How often files were read.
  private final class Count: Sendable {
    private let count = Mutex(0)
    func add() { count.withLock { $0 += 1 } }
    var value: Int { count.withLock { $0 } }
  }

  private func read(_ files: [String: [UInt8]], _ count: Count, after earlier: PlanSnapshot? = nil) throws
    -> PlanSnapshot
  {
    let format = try #require(PlanFormats.named("openspec"))
    let source = CountedSource(MemorySource(files)) { count.add() }
    return try PlanSnapshot.read(format, at: "openspec", from: source, .init(now: 0)) { path in
      path == Self.path ? nil : earlier?.file(at: path)
    }
  }

  private func statuses(_ snapshot: PlanSnapshot) -> [String?] {
    snapshot.subjects.all.filter { $0.kind == "task" }.map(\.status)
  }

  @Test("an edit of a file that is known reads nothing")
  func knownFile() throws {
    let count = Count()
    let before = try read(Self.files, count)
    let reads = count.value
    let after = try #require(before.replacing([Self.path: Array("- [x] 1.1 Cut\n".utf8)]))
    #expect(statuses(after) == ["done", "open"] && statuses(before) == ["open", "open"])
    #expect(count.value == reads)
  }

  @Test("a file that comes or goes needs another look")
  func otherFiles() throws {
    let before = try read(Self.files, Count())
    #expect(before.replacing([Self.path: nil]) == nil)
    #expect(before.replacing(["openspec/changes/add-wall/tasks.md": []]) == nil)
    let count = Count()
    var files = Self.files
    files[Self.path] = nil
    #expect(try statuses(read(files, count, after: before)) == ["open"])
    // OpenSpec looks whether the other files are there, but reads none of them.
    #expect(count.value == 0)
  }
}
