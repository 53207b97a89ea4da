import ArgumentParser
import StatusCLI

/// The option for the configuration file.
struct ConfigChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("Use this configuration file, and look for no other.", valueName: "file"),
    completion: .file())
  var config: String?

  /// Its text.
  var given: [GivenOption] { [GivenOption("--config", config)] }
}
