import StatusRuntime
import StatusText

/// How many commits of a log have each commit as a parent, while git finds that out.
struct ChildCounts {
  private let process: ChildProcess

  /// The counts for the log of `range`.
  init(_ range: HistoryRange, _ git: GitProgram, in directory: String) throws(GitError) {
    process = try git.start(CommitLog.command(range, format: "%P", isRaw: false), in: directory)
    process.closeInput()
  }

  /// The counts, for those commits that have any.
  func wait() throws(GitError) -> [ObjectID: Int] {
    var counts: [ObjectID: Int] = [:]
    do {
      while let parents = try process.read(until: 0, limit: 1 << 20) {
        for parent in parents.split(separator: ASCII.space) {
          guard let id = ObjectID(parent) else { continue }
          counts[id, default: 0] += 1
        }
      }
    } catch {
      throw .silent("log", error, process.errors(limit: GitProgram.errorLimit))
    }
    guard process.wait() == 0 else { throw .failed("log", process.errors(limit: GitProgram.errorLimit)) }
    return counts
  }
}
