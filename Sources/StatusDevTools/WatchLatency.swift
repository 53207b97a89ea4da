import StatusFileSystem
import StatusModel
import StatusRuntime

/// Measures how long `check --watch` takes to answer a save: from the moment at which an editor has put the new file in
/// place to the line of output.
package struct WatchLatency {
  /// Why it could not be measured.
  package enum Failure: Error {
    case noPlan(String)
  }

  private let program: String
  private let root: String

  /// Measures `program` in the tree at `root`, an absolute path, whose largest plan is written.
  package init(program: String, root: String) {
    self.program = program
    self.root = root
  }

  /// The times of so many saves.
  package func measure(saves: Int) throws -> [Duration] {
    let directory = try Directory(opening: root)
    let plan = try largestPlan(in: directory)
    var bytes = try directory.read(plan, limit: 1 << 26)
    let process = try ChildProcess(
      program, ["check", "--watch", "--format", "jsonl", root], environment: [], patience: 30)
    _ = try process.read(until: UInt8(ascii: "\n"), limit: 1 << 30)
    let clock = ContinuousClock()
    return try (0..<saves).map { _ in
      bytes.append(UInt8(ascii: "\n"))
      try SingleFile("\(root)/\(plan)").write(bytes)
      let saved = clock.now
      _ = try process.read(until: UInt8(ascii: "\n"), limit: 1 << 30)
      return clock.now - saved
    }
  }

  private func largestPlan(in directory: Directory) throws -> String {
    var largest: (path: String, size: Int)?
    for entry in try directory.list() where ProjectDirectory.parse(entry.name) != nil {
      let plans = "\(entry.name)/plans"
      for plan in (try? directory.list(plans)) ?? [] where plan.name.hasSuffix(".md") {
        let path = "\(plans)/\(plan.name)"
        guard let status = try directory.status(path, followingLinks: false), status.kind == .regular else {
          continue
        }
        if status.size > largest?.size ?? -1 { largest = (path, status.size) }
      }
    }
    guard let largest else { throw Failure.noPlan(root) }
    return largest.path
  }
}
