import ArgumentParser
import StatusCLI

/// The options of every command that reads a tree.
struct Common: ParsableArguments {
  @OptionGroup var output: Output
  @Option(
    help: ArgumentHelp(
      "The tree. (default: the tree in or above the working directory)", valueName: "dir"))
  var root: String?
  @OptionGroup var profile: ProfileChoice

  /// Their texts.
  var given: [GivenOption] { output.given + [GivenOption("--root", root)] + profile.given }
}
