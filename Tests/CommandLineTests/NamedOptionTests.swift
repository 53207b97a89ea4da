import StatusTestSupport
import Testing

/// The help and the documentation name only options that the command has.
@Suite(.timeLimit(.minutes(1)))
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
      let own = Self.options(in: text.split(separator: "\nUSAGE: ").last ?? "")
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
    for page in ["README.md"] + ["usage", "agents", "format", "committer", "README"].map({ "docs/\($0).md" })
    {
      let text = String(decoding: try FileBytes.read("\(Project.directory)/\(page)"), as: UTF8.self)
      expectKnownOptions(in: text, of: texts, page)
    }
  }

  @Test func anUnknownOptionIsSeen() {
    let texts = ["check": "USAGE: check\n  --fix  Fix.\n", "": "USAGE: statuslint\n  --help  Help.\n"]
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
        return options(in: match.2).subtracting(options(in: help)).subtracting([
          "--generate-completion-script"
        ])
        .sorted()
      }
    }
  }

  private static func options(in text: some StringProtocol) -> Set<String> {
    Set(String(text).matches(of: /--[a-z]+(-[a-z]+)*/).map { String($0.0) })
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
