import StatusTestSupport
import Testing

/// The help and the documentation name only options that the command has.
@Suite(.timeLimit(.minutes(5)))
struct NamedOptionTests {
  /// The help of the program by command; "" is the help of the program itself.
  private func help() async throws -> [String: String] {
    let directory = try TemporaryDirectory()
    var texts: [String: String] = [:]
    for command in [
      "", "check", "update", "begin", "finish", "resume", "show", "outline", "rules", "explain",
    ]
      + ["recover", "version"]
    {
      let arguments = command.isEmpty ? ["--help"] : ["help", command]
      texts[command] = try await Invocation(arguments, directory: directory.path).run().output
    }
    return texts
  }

  @Test func helpNamesItsOwnOptions() async throws {
    let texts = try await help()
    for (command, text) in texts where !command.isEmpty {
      let own = Self.declared(in: text)
      #expect(!own.isEmpty, "\(command)")
      let named = Self.lines(text).filter { !$0.contains("statuslint ") }.reduce(into: Set<String>()) {
        $0.formUnion(Self.options(in: $1))
      }
      #expect(named.subtracting(own).isEmpty, "\(command): \(named.subtracting(own))")
    }
    for (command, text) in texts { expectKnownOptions(in: text, of: texts, "help \(command)") }
  }

  @Test func documentationNamesOptionsOfTheCommand() async throws {
    let texts = try await help()
    let pages = try await pages()
    #expect(pages.count > 10)
    for page in pages {
      let text = String(decoding: try FileBytes.read("\(Project.directory)/\(page)"), as: UTF8.self)
      expectKnownOptions(in: text, of: texts, page)
    }
  }

  /// The Markdown pages of the project; the changelog also names what there was once.
  private func pages() async throws -> [String] {
    var list = Invocation(arguments: [], directory: Project.directory)
    list.shell = "ls *.md docs/*.md scripts/*.md"
    return try await list.run().output.split(separator: "\n").map(String.init).filter { $0 != "CHANGELOG.md" }
  }

  @Test func anUnknownOptionIsSeen() {
    let texts = [
      "check": "USAGE: check [--fox]\n  -f, --fix  Fix, as\n             --more does with --fox.\n",
      "": "USAGE: statuslint\n  --help  Help.\n",
    ]
    #expect(Self.unknownOptions(in: "run `statuslint check --fix specs/`, then", of: texts) == [])
    #expect(Self.unknownOptions(in: "statuslint check specs/ --fox | less --more", of: texts) == ["--fox"])
    #expect(Self.unknownOptions(in: "`statuslint check` with --other", of: texts) == [])
    #expect(Self.unknownOptions(in: "$ statuslint --help", of: texts) == [])
  }

  private func expectKnownOptions(in text: String, of texts: [String: String], _ place: String) {
    let unknown = Self.unknownOptions(in: text, of: texts)
    #expect(unknown.isEmpty, "\(place): \(unknown)")
  }

  /// The options that commands in `text` have but their help does not.
  private static func unknownOptions(in text: String, of texts: [String: String]) -> [String] {
    lines(text).flatMap { line in
      line.matches(of: /statuslint ([a-z]+)?([^`|;&#]*)/).flatMap { match -> [String] in
        guard let help = texts[match.1.map(String.init) ?? ""] else { return [] }
        return options(in: match.2).subtracting(declared(in: help))
          .subtracting(["--generate-completion-script"]).sorted()
      }
    }
  }

  /// The options that a help text describes, each at the beginning of its line.
  private static func declared(in help: String) -> Set<String> {
    Set(
      lines(help).compactMap {
        $0.prefixMatch(of: /\ {2}(-[a-z], )?(--[a-z]+(?:-[a-z]+)*)/).map { String($0.2) }
      })
  }

  private static func options(in text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: /--[a-z]+(-[a-z]+)*/).map { String($0.0) })
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
