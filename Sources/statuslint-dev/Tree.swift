import ArgumentParser
import StatusApp
import StatusDevTools

/// `statuslint-dev tree`: writes a synthetic specs tree.
struct Tree: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Write a specs tree of any size that looks like a real one and has no fault but those asked for.")

  @Argument(help: "The directory to write specs/ into; made when missing.")
  var directory: String

  @Option(help: "How many tasks.")
  var tasks: Int

  @Option(help: "How many archived tasks besides.")
  var archived = 0

  @Option(help: "The dialect: opencode or claude.")
  var profile = SyntheticProfile.opencode

  @Option(help: "About how many faults, each with a safe fix.")
  var faults = 0

  @Option(help: "Another seed gives another tree; the same gives the same.")
  var seed: UInt64 = 1

  func validate() throws {
    guard tasks >= 0, archived >= 0, faults >= 0 else {
      throw ValidationError("a tree has no fewer than 0 tasks, and no fewer faults")
    }
    guard tasks <= 1_000_000, archived <= 1_000_000 else { throw ValidationError("at most 1000000 tasks") }
  }

  func run() throws {
    let tree = SyntheticTree(taskCount: tasks, archivedCount: archived, profile: profile, seed: seed)
    let tally = try SyntheticTreeWriter(tree, faults: SyntheticFaults(count: faults)).write(to: directory)
    print("\(tally.files) files, \(tally.bytes) bytes")
  }
}

extension SyntheticProfile: ExpressibleByArgument {}
