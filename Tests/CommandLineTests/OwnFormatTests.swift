import StatusTestSupport
import Testing

/// A format that a project declares, from the command line.
@Suite(.timeLimit(.minutes(5)))
struct OwnFormatTests {
  private static let configuration = #"""
    {
      "formats": {
        "ledger": {
          "root": "LEDGER.md",
          "subjects": {"item": {"id": "L-{number}"}},
          "statuses": {"open": "todo", "done": "done"},
          "claims": [
            {"in": "table", "files": "LEDGER.md", "of": "item", "says": "status", "id": "Item", "name": "State"},
            {"in": "checkbox", "files": "weeks/*.md", "of": "item", "says": "status", "text": "{id} {text}"}
          ]
        }
      }
    }
    """#

  private func ledger(_ configuration: String = configuration) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write("", to: ".git/HEAD")
    try directory.write(configuration, to: "statuslint.json")
    try directory.write("| Item | State |\n|---|---|\n| L-1 | todo |\n", to: "books/LEDGER.md")
    try directory.write("- [x] L-1 Fix the tap\n", to: "books/weeks/1.md")
    return directory
  }

  private func run(_ words: [String], in directory: TemporaryDirectory, at path: String = "") async throws
    -> Outcome
  {
    try await Invocation(words, directory: directory.path + path).run()
  }

  @Test("check finds the roots of a declared format, and says which")
  func finds() async throws {
    let directory = try ledger()
    let all = try await run(["check"], in: directory)
    #expect(all.exitCode == 1)
    #expect(all.output.contains("format ledger: 2 files in books"))
    let only = try await run(["check", "--only-format", "ledger", "--format", "concise"], in: directory)
    #expect(
      only.output
        == "books/weeks/1.md:1:3: warning: item L-1 is \"[x]\" here, but \"todo\" in LEDGER.md [status-mismatch]\n"
    )
    let file = try await run(["check", "--format", "concise", "weeks/1.md"], in: directory, at: "/books")
    #expect(file.output.contains("[status-mismatch]"))
    let ignored = try await run(["check", "--ignore", "consistency"], in: directory)
    #expect(ignored.exitCode == 0)
  }

  @Test("another name is refused with the names that there are")
  func refuses() async throws {
    let directory = try ledger()
    let outcome = try await run(["check", "--only-format", "leger"], in: directory)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("invalid value \"leger\" for --only-format"))
    #expect(outcome.errors.contains("or ledger"))
    let plain = try await run(["check", "--only-format", "ledger"], in: try ledger("{}"))
    #expect(plain.exitCode == 2 && !plain.errors.contains("or ledger"))
  }

  @Test(
    "a mistake in a declared format stops every command that reads a tree",
    arguments: [
      ["check"], ["config", "--check"], ["check", "--only-format", "kiro"], ["explain", "status-mismatch"],
    ])
  func mistakes(words: [String]) async throws {
    let directory = try ledger(Self.configuration.replacing("\"of\": \"item\"", with: "\"of\": \"itme\""))
    let outcome = try await run(words, in: directory)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("statuslint.json:8:53: \"itme\" is not a kind of subjects"))
    #expect(outcome.errors.contains("did you mean \"item\"?"))
    #expect(outcome.output.isEmpty)
  }

  @Test("fixes are made in a declared format, all at once")
  func fixes() async throws {
    let directory = try ledger()
    let outcome = try await run(["check", "--fix", "--unsafe-fixes"], in: directory)
    #expect(outcome.exitCode == 0)
    let week = try FileBytes.read("\(directory.path)/books/weeks/1.md")
    #expect(String(decoding: week, as: UTF8.self) == "- [ ] L-1 Fix the tap\n")
  }

  @Test("explain and rules name the declared formats that a rule judges")
  func explains() async throws {
    let directory = try ledger()
    let mismatch = try await run(["explain", "status-mismatch"], in: directory)
    #expect(mismatch.output.contains("Formats: specs, ") && mismatch.output.contains(", ledger\n"))
    let rollup = try await run(["explain", "rollup-mismatch"], in: directory)
    #expect(!rollup.output.contains("ledger") && !rollup.output.contains("specs, "))
    let rules = try await run(["rules", "--format", "json"], in: directory)
    #expect(rules.output.contains("\"ledger\""))
  }

  @Test("-v names the claims that find nothing")
  func silent() async throws {
    let directory = try ledger(Self.configuration.replacing("weeks/*.md", with: "days/*.md"))
    let quiet = try await run(["check"], in: directory)
    #expect(quiet.exitCode == 0 && quiet.errors.isEmpty)
    let verbose = try await run(["check", "-v"], in: directory)
    #expect(
      verbose.errors.contains("claim 2 (status of item in days/*.md) of the format \"ledger\" finds nothing"))
  }

  @Test("the schema of the configuration knows every key of a format")
  func schema() async throws {
    let directory = try ledger()
    let schema = try await run(["schema", "configuration"], in: directory)
    for key in ["formats", "root", "subjects", "scope", "statuses", "claims", "says", "relations", "copy"] {
      #expect(schema.output.contains("\"\(key)\":"), "\(key)")
    }
  }

  @Test("a format that a directory declares is known from above")
  func nested() async throws {
    let directory = try ledger()
    directory.remove("statuslint.json")
    try directory.write(Self.configuration, to: "books/statuslint.json")
    let below = try await run(["check", "books", "--format", "concise"], in: directory)
    let above = try await run(["check", "--format", "concise"], in: directory)
    #expect(below.exitCode == 1 && above.output == below.output, "\(above.testDescription)")
    #expect(try await run(["check", "--only-format", "ledger"], in: directory).exitCode == 1)
    #expect(try await run(["check", "--only-format", "lodger"], in: directory).exitCode == 2)
    try directory.write(
      Self.configuration.replacing("{\n", with: "{\"ignore\": [\"status-mismatch\"],\n", maxReplacements: 1),
      to: "books/statuslint.json")
    #expect(try await run(["check", "books"], in: directory).exitCode == 0)
  }

  @Test("two configurations with different formats of one name are not mixed")
  func mixes() async throws {
    let directory = try ledger()
    try directory.write(
      Self.configuration.replacing("weeks/", with: "days/"), to: "other/statuslint.json")
    try directory.write("", to: "other/LEDGER.md")
    let outcome = try await run(["check", "books", "other"], in: directory)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("different formats of the name \"ledger\""))
    #expect(try await run(["check", "books", "."], in: directory).exitCode == 1)
  }
}
