import ArgumentParser
import StatusCLI

/// The options of every command that checks or changes a tree.
struct Common: ParsableArguments {
  @OptionGroup var output: Output
  @OptionGroup var tree: TreeChoice
  @OptionGroup var config: ConfigChoice
  @OptionGroup var profile: ProfileChoice

  /// Their texts.
  var given: [GivenOption] { output.given + tree.given + config.given + profile.given }
}
