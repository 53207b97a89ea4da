import ArgumentParser
import StatusApp

/// The options for output, which every command has.
struct Output: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no notes on standard error, only warnings and errors.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Print more notes on standard error.")
  var verbose = false
  @Option(
    help: "Use colors: auto (on a terminal), always or never.",
    completion: .list(["auto", "always", "never"]))
  var color = "auto"

  /// The options as commands take them.
  func options() throws -> CommonOptions {
    var options = CommonOptions()
    options.quiet = quiet
    options.verbose = verbose
    options.color = try Choice.read(color, for: "--color")
    return options
  }
}
