import ArgumentParser
import StatusApp

/// The options that every command has.
struct Common: ParsableArguments {
  @Flag(name: .shortAndLong, help: "No notes on standard error.")
  var quiet = false
  @Flag(name: .shortAndLong, help: "More notes on standard error.")
  var verbose = false
  @Option(
    help: "Colours: auto (on a terminal), always or never.", completion: .list(["auto", "always", "never"]))
  var color = "auto"
  @Option(
    help: ArgumentHelp(
      "The tree to work on; else the one in or above the working directory.", valueName: "dir"))
  var root: String?
  @Option(
    help: ArgumentHelp("The standard to judge by: auto, opencode or claude.", valueName: "name"),
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
