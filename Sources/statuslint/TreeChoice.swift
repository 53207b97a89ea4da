import ArgumentParser
import StatusCLI

/// The option for the tree.
struct TreeChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The tree. (default: the tree in or above the working directory)", valueName: "dir"))
  var root: String?

  /// Its text.
  var given: [GivenOption] { [GivenOption("--root", root)] }
}
