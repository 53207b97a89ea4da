import ArgumentParser
import StatusCLI

/// The option for the standard.
struct ProfileChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("The standard to use: auto, opencode or claude. (default: auto)", valueName: "name"),
    completion: .list(CompletedNames.profiles))
  var profile: String?

  /// Its text.
  var given: [GivenOption] { [GivenOption("--profile", profile)] }
}
