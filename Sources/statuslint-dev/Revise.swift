import ArgumentParser
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusRules

/// `statuslint-dev revise`: compares a snapshot after one plan has changed with reading the whole tree, for
/// `scripts/bench`.
struct Revise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how long a tree takes to read and judge, and how long after one plan has changed.")

  @Argument(help: "The absolute path of the repository.")
  var repository: String

  @Option(help: "The tree, from the repository.")
  var root = "specs"

  @Option(help: "How often each is measured.")
  var runs = 21

  func run() throws {
    guard let now = Timestamp(secondsSince1970: 4_102_444_800) else { return }
    var settings = Snapshot.Settings(now: now)
    settings.selection = .standard
    settings.keepsBytes = true
    // One plan is parsed by one thread, and the work is to be compared.
    settings.jobs = 1
    let source = try DirectorySource(repository, in: PosixFileSystem())
    let root = SpecsRoot(path: root)
    let snapshot = try Snapshot.read(root, from: source, settings)
    let plans = snapshot.workspace.files.filter { $0.plan != nil }
    guard let plan = plans.max(by: { $0.byteCount < $1.byteCount }) else {
      throw ValidationError("there is no plan in \(root.path)")
    }
    let whole = try median { _ = try Snapshot.read(root, from: source, settings) }
    var bytes = plan.source.bytes
    let revised = try median {
      bytes.append(0x0A)
      _ = try snapshot.updating([plan.path: bytes])
    }
    print("whole \(whole / .microseconds(1))")
    print("revised \(revised / .microseconds(1))")
  }

  private func median(_ body: () throws -> Void) rethrows -> Duration {
    let clock = ContinuousClock()
    let times = try (0..<max(runs, 1)).map { _ in try clock.measure(body) }
    return times.sorted()[times.count / 2]
  }
}
