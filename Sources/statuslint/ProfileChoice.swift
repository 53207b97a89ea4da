import ArgumentParser
import StatusCLI

/// The option for the standard.
struct ProfileChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("The standard to use: auto, opencode or claude.", valueName: "name"),
    completion: .list(CompletedNames.profiles))
  var profile = CommonOptions.usualProfile

  /// Its text.
  var given: [GivenOption] { [GivenOption("--profile", profile)] }
}
