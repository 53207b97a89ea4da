import ArgumentParser
import StatusApp

/// The option for the standard.
struct ProfileChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("The standard to use: auto, opencode or claude.", valueName: "name"),
    completion: .list(CompletedNames.profiles))
  var profile = "auto"

  /// The options as commands take them.
  func options(_ output: Output) throws -> CommonOptions {
    var options = try output.options()
    options.profile = profile
    return options
  }
}
