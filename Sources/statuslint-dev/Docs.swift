import ArgumentParser
import StatusCLI
import StatusDevTools
import Subprocess
import SystemPackage

/// `statuslint-dev docs`: writes the generated parts of the documentation.
struct Docs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Write the pages of the rules, and the table of formats and the output of the commands in the guide.",
    discussion: "Use scripts/docs, which passes the right paths.")

  @Option(help: "The program that runs the commands of the guide.")
  var program: String
  @Flag(help: "Write nothing, and fail if something would change.")
  var check = false

  func run() async throws {
    let rules = try renewRules()
    let guide = try await renewGuide()
    let differences = rules + guide
    for difference in differences { print(difference) }
    guard !differences.isEmpty else { return print("docs: up to date") }
    guard check else { return print("docs: \(differences.count) files written") }
    print("docs: run scripts/docs and commit the changes")
    throw ExitCode.failure
  }

  private func renewRules() throws -> [String] {
    let documentation = RuleDocumentation()
    let directory = RuleDocumentation.usualDirectory
    let pages = RulePageDirectory(directory)
    let differences = try check ? pages.differences(from: documentation) : pages.update(to: documentation)
    return differences.map { "\(directory)/\($0.text)" }
  }

  private func renewGuide() async throws -> [String] {
    let scratch = try CorpusScratch()
    defer { scratch.remove() }
    let tools = FilePath(try CorpusScratch.absolutePath(program)).removingLastComponent().string
    var differences: [String] = []
    for page in try DocumentationExample.pages() {
      let directory =
        "\(scratch.path)/\(page.split(separator: "/").joined(separator: "-"))"
      try DocumentationExample.copy(for: page, to: directory)
      let isSame = try await TextFile(page).update(writing: !check) { text in
        try await ConsoleExamples.renewed(FormatTable.renewed(text)) {
          try await output(of: $0, in: directory, tools: tools)
        }
      }
      if !isSame { differences.append("\(page) shows outdated output") }
    }
    return differences
  }

  private func output(of command: String, in directory: String, tools: String) async throws -> String {
    var environment: [Environment.Key: String?] = ["GITHUB_ACTIONS": nil]
    for (name, value) in DocumentationExample.environment {
      environment[Environment.Key(stringLiteral: name)] = value
    }
    let script = "PATH=\"$0:$PATH\"; { \(command)\n} 2>&1"
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", script, tools], environment: .inherit.updating(environment),
      workingDirectory: FilePath(directory), output: .string(limit: 1 << 22), error: .discarded)
    return result.standardOutput
  }
}
