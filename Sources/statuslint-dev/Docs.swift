import ArgumentParser
import StatusApp

/// `statuslint-dev docs`: the pages that describe the rules.
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a page for every rule, and their index, from the rules' descriptors.",
    discussion: "Run it as scripts/docs.")

  @Flag(help: "Write nothing; fail when a page is not what would be written.")
  var check = false
  @Argument(help: "The directory of the pages; Markdown files there that describe no rule are removed.")
  var directory = RuleDocumentation.usualDirectory

  func run() throws {
    let documentation = RuleDocumentation()
    let pages = RulePageDirectory(directory)
    let differences = try check ? pages.differences(from: documentation) : pages.update(to: documentation)
    for difference in differences { print("\(directory)/\(difference.text)\(check ? "" : ": corrected")") }
    guard check && !differences.isEmpty else {
      print("\(directory): \(documentation.pages.count) pages, \(differences.count) changed")
      return
    }
    print("run scripts/docs and commit what it writes")
    throw ExitCode.failure
  }
}
