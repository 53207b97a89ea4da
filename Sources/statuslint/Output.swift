import ArgumentParser
import StatusCLI

/// The options for output, which every command has.
struct Output: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no notes on standard error, only warnings and errors.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Print more notes on standard error.")
  var verbose = false
  @Option(
    help: "Use colors: auto (on a terminal), always or never.",
    completion: .list(CommonOptions.Color.allCases.map(\.rawValue)))
  var color = CommonOptions.Color.usual.rawValue

  /// Their texts.
  var given: [GivenOption] {
    [GivenOption("--quiet", quiet), GivenOption("--verbose", verbose), GivenOption("--color", color)]
  }
}
