import ArgumentParser
import StatusApp

/// The options that every command has.
struct Common: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no notes on standard error.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "Print more notes on standard error.")
  var verbose = false
  @Option(
    help: "Use colors: auto (on a terminal), always or never.",
    completion: .list(["auto", "always", "never"]))
  var color = "auto"
  @Option(
    help: ArgumentHelp(
      "The tree. (default: the tree in or above the working directory)", valueName: "dir"))
  var root: String?
  @Option(
    help: ArgumentHelp("The standard to use: auto, opencode or claude.", valueName: "name"),
    completion: .list(["auto", "opencode", "claude"]))
  var profile = "auto"

  /// The options as commands take them.
  func options() throws -> CommonOptions {
    var options = CommonOptions()
    options.quiet = quiet
    options.verbose = verbose
    options.colour = try Choice.read(color, for: "--color")
    options.root = root
    options.profile = profile
    return options
  }
}
