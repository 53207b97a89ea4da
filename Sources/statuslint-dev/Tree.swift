import ArgumentParser
import StatusCLI
import StatusDevTools

/// `statuslint-dev tree`: writes a synthetic specs tree.
struct Tree: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Write a realistic specs tree of any size, without mistakes or with a given number of them.")

  @Argument(help: "The directory to write specs/ into; created if missing.")
  var directory: String

  @Option(help: "The number of tasks.")
  var tasks: Int

  @Option(help: "The number of additional archived tasks.")
  var archived = 0

  @Option(help: "The profile: opencode or claude.")
  var profile = SyntheticProfile.opencode

  @Option(help: "The approximate number of mistakes, each with a safe fix.")
  var faults = 0

  @Flag(help: "Write plans that hold hardly more than their phases.")
  var briefPlans = false

  @Option(help: "The seed; the same seed gives the same tree.")
  var seed: UInt64 = 1

  func validate() throws {
    guard tasks >= 0, archived >= 0, faults >= 0 else {
      throw ValidationError("the numbers of tasks and mistakes must not be negative")
    }
    guard tasks <= 1_000_000, archived <= 1_000_000 else {
      throw ValidationError("the maximum is 1000000 tasks")
    }
  }

  func run() throws {
    let tree = SyntheticTree(
      taskCount: tasks, archivedCount: archived, profile: profile, briefPlans: briefPlans, seed: seed)
    let tally = try SyntheticTreeWriter(tree, faults: SyntheticFaults(count: faults)).write(to: directory)
    print("\(tally.files) files, \(tally.bytes) bytes")
  }
}

extension SyntheticProfile: ExpressibleByArgument {}
