import ArgumentParser
import StatusDevTools

/// `statuslint-dev watch`: how long `check --watch` takes to answer a save, for `scripts/bench`.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print how long check --watch takes to answer a save of a plan. Writes in the tree: give a copy.")

  @Argument(help: "The absolute path of the tree.")
  var root: String

  @Option(help: "The program to run.")
  var program: String

  @Option(help: "How often a plan is saved.")
  var saves = 21

  func run() throws {
    let times = try WatchLatency(program: program, root: root).measure(saves: max(saves, 1)).sorted()
    print("median \(times[times.count / 2] / .milliseconds(1))")
    print("worst \(times[times.count - 1] / .milliseconds(1))")
  }
}
