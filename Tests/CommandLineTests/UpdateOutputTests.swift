import StatusTestSupport
import Testing

/// What becomes of an update whose reports cannot be written, or whose input is no file.
@Suite(.timeLimit(.minutes(2)))
struct UpdateOutputTests {
  @Test("a log that cannot be opened is refused before anything is done")
  func logThatCannotBeOpened() async throws {
    let tree = try await WorkTree(corpus: "life")
    let before = try await tree.fingerprint()
    for command in [
      "update 12 --status in_progress", "begin 12 implement", "finish 12 plan --return none.json",
    ] {
      for log in ["specs/011_sort_the_cellar", "cellar.txt/log"] {
        let outcome = try await tree.run("\(command) --quiet --log \(log)")
        #expect(
          outcome.exitCode == 3 && outcome.errors.contains("error: cannot use the log: "),
          "\(outcome.testDescription)")
        let object = try await tree.run("\(command) --log \(log) --format json").returnObject()
        #expect(object["files_updated"] == .array([]))
      }
    }
    #expect(try await tree.fingerprint() == before)
  }

  @Test(
    "what cannot be reported after a commit is a warning, and the exit code is that of the work",
    arguments: [
      "\"$@\" >/dev/full", "\"$@\" --log /dev/full", "\"$@\" --quiet --log /dev/full",
      "(sleep 0.2; \"$@\"; echo $? >code) | true; sleep 0.1; while [ ! -e code ]; do sleep 0.1; done; exit $(cat code)",
    ])
  func reportsThatFail(shell: String) async throws {
    for format in ["text", "json"] {
      let tree = try await WorkTree(corpus: "life")
      let unchanged = try tree.read("specs/TODO.md")
      var begin = tree.invocation(["begin", "12", "implement", "--session-id", "s", "--format", format])
      begin.shell = shell
      let outcome = try await begin.run()
      #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
      #expect(
        outcome.errors.contains("statuslint: warning: ")
          && outcome.errors.contains("; committed: specs/TODO.md, specs/state.json"),
        "\(outcome.testDescription)")
      #expect(try tree.read("specs/TODO.md") != unchanged)
      if format == "json", !shell.contains("--log") {
        #expect(outcome.errors.contains(#""session_id": "s""#), "\(outcome.testDescription)")
      }
    }
  }

  @Test("a refusal that cannot be written to standard output has changed nothing")
  func refusalThatCannotBeReported() async throws {
    let tree = try await WorkTree(corpus: "life")
    let before = try await tree.fingerprint()
    var update = tree.invocation(["update", "12", "--status", "planned", "--format", "json"])
    update.shell = "\"$@\" >/dev/full"
    #expect(try await update.run().exitCode == 3)
    #expect(try await tree.fingerprint() == before)
  }

  @Test("what is no file, or too large a one, is called so")
  func strangeFiles() async throws {
    let tree = try await WorkTree(corpus: "life")
    var make = Invocation(arguments: [], directory: tree.path)
    make.shell = "mkfifo pipe; head -c 17000000 /dev/zero >large.json"
    #expect(try await make.run().exitCode == 0)
    let artifact = try await tree.run("update 12 --artifact research=pipe")
    #expect(
      artifact.exitCode == 1 && artifact.errors.contains("Artifact is a named pipe, not a regular file: pipe")
    )
    for (file, words) in [
      ("pipe", "cannot read pipe: it is a named pipe"), ("large.json", "are more than the limit of 16777216"),
      ("specs", "cannot read specs: it is a directory"),
    ] {
      let outcome = try await tree.run("finish 12 research --return \(file)")
      #expect(outcome.exitCode == 2 && outcome.errors.contains(words), "\(outcome.testDescription)")
      #expect(!outcome.errors.contains("--size-limit") && outcome.errors.contains("help: "))
    }
    var piped = tree.invocation(["finish", "12", "research", "--return", "-"])
    piped.shell = "cat large.json | \"$@\""
    #expect(try await piped.run().errors.contains("standard input"))
  }

  @Test("a reason may begin with a hyphen, as a line of a list does, and the help says what a reason is")
  func reasons() async throws {
    let tree = try await WorkTree(corpus: "life")
    let update = ["update", "12", "--status", "blocked", "--reason"]
    for short in ["qa", "OK"] {
      let outcome = try await tree.run(update + [short])
      #expect(outcome.exitCode == 1 && outcome.errors.contains("three letters"), "\(outcome.testDescription)")
    }
    #expect(try await tree.run(update + ["--dry-run"]).exitCode == 2)
    #expect(try await tree.run(update + ["- no paint"]).exitCode == 0)
    #expect(try tree.read("specs/TODO.md").contains("- **Blocking Reason**: - no paint\n"))
  }
}
