import ArgumentParser
import StatusCLI
import StatusDevTools

/// `statuslint-dev replace`: one commit of any files.
struct Replace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Commit new bytes for any files of a tree, and create missing ones. For crash tests.")

  @Argument(help: "The specs root.")
  var root: String

  @Argument(help: "A file in the root and the file with its new bytes: TODO.md=new.md")
  var changes: [String]

  func run() throws {
    let pairs = try changes.map { change in
      let parts = change.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("\"\(change)\" is not TARGET=SOURCE") }
      return (target: parts[0], source: parts[1])
    }
    let command = ReplaceCommand(root: root, changes: pairs)
    do {
      _ = try command.run(in: Surroundings.process())
    } catch {
      ProcessStreams.complain(error.text)
      throw ArgumentParser.ExitCode(error.exitCode.rawValue)
    }
  }
}
