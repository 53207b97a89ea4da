import ArgumentParser
import StatusCLI

/// The option for trees of one format.
struct FormatFilter: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look only at trees of one format: \(CompletedNames.planFormats.joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(CompletedNames.planFormats))
  var onlyFormat: String?

  /// Its text.
  var given: [GivenOption] { [GivenOption("--only-format", onlyFormat)] }
}
