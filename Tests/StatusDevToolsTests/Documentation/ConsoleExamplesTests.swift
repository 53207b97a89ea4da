import StatusCLI
import StatusDevTools
import StatusTestSupport
import Testing

/// Commands in the documentation are shown with what they print.
struct ConsoleExamplesTests {
  @Test("the output of every command is renewed, everything else stays")
  func renewal() async throws {
    let old = """
      # Title

      ```console
      $ one
      old
      lines
      $ two
      ```

      ```sh
      $ three
      ```

      """
    let new = try await ConsoleExamples.renewed(old) { "[\($0)]\n\nmore\n" }
    #expect(
      new == """
        # Title

        ```console
        $ one
        [one]

        more
        $ two
        [two]

        more
        ```

        ```sh
        $ three
        ```

        """)
  }

  @Test(
    "an output that took another time is the same, and nothing else is",
    arguments: [
      ("1 error (4 files, 12 ms)", "1 error (4 files, 0.3 ms)", true),
      ("\"seconds\": 0.5", "\"seconds\": 1", true),
      ("(4 files, 1 ms)", "(5 files, 1 ms)", false), ("a", "a\nb", false), ("", "a", false),
    ])
  func durations(shown: String, printed: String, isSame: Bool) async throws {
    let old = "```console\n$ x\n\(shown)\n```\n"
    let new = try await ConsoleExamples.renewed(old) { _ in printed + "\n" }
    #expect((new == old) == isSame)
  }

  @Test("the front page, the guide and the pages of formats show commands with their output")
  func pages() throws {
    let pages = try DocumentationExample.pages(of: Project.directory)
    #expect(pages.first == "README.md" && pages.contains("docs/usage.md"))
    for page in ["README.md", "docs/usage.md", "docs/formats/conductor.md"] {
      let text = String(decoding: try FileBytes.read("\(Project.directory)/\(page)"), as: UTF8.self)
      #expect(text.contains("```console\n$ statuslint check"), "\(page)")
    }
  }

  @Test(
    "the commands of a page run in its own tree",
    arguments: [
      ("docs/formats/conductor.md", "conductor/tracks.md"), ("docs/formats/gsd.md", ".planning/ROADMAP.md"),
      ("docs/formats/your-own.md", "LEDGER.md"), ("docs/usage.md", "specs/TODO.md"),
    ])
  func ownTrees(page: String, file: String) throws {
    let directory = try TemporaryDirectory()
    try DocumentationExample.copy(of: Project.directory, for: page, to: "\(directory.path)/tree")
    #expect(try !FileBytes.read("\(directory.path)/tree/\(file)").isEmpty)
  }
}
