import StatusTestSupport
import Testing

/// `log`: what `--log` has recorded.
struct LogTests {
  @Test func whatUpdatesRecord() async throws {
    let tree = try SampleTree()
    #expect(
      try await tree.run("begin", "2", "research", "--session-id", "sess_a", "--log", "log.jsonl").exitCode
        == 0)
    #expect(try await tree.run("update", "2", "--status", "completed", "--log", "log.jsonl").exitCode == 1)
    #expect(try await tree.run("update", "77", "--status", "planned", "--log", "log.jsonl").exitCode == 1)
    let json = try await tree.run("log", "log.jsonl", "--format", "json").json()
    let schema = try JSONSchema(
      JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/log.schema.json")))
    #expect(schema.violations(in: json) == [])
    #expect(json["updates"] == 3 && json["done"] == 1 && json["refused"] == 2 && json["unread"] == 0)
    #expect(json["errors"]?[0] == .object(["type": "validation_failed", "count": 2]))
    #expect(json["commands"]?[0] == .object(["command": "begin research", "done": 1, "refused": 0]))
    let text = try await tree.run("log", "log.jsonl")
    #expect(text.exitCode == 0 && text.output.contains(": 1 done, 2 refused\n"), "\(text.output)")
  }

  @Test func aTornLogIsReadAndNamed() async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation("log", "-")
    invocation.input = Array("{ \"time\": \"2026-01-01T00:00:00Z\", \"command\"".utf8)
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 1)
    #expect(outcome.output == "0 updates\n\n1 line not counted\n  line 1: cut off\n")
    invocation.input = []
    let empty = try await invocation.run()
    #expect(empty.exitCode == 0 && empty.output == "0 updates\n")
  }

  @Test func anotherFileIsAUsageError() async throws {
    let tree = try SampleTree()
    for (file, message) in [("nope", "nope does not exist"), ("specs", "specs is a directory")] {
      let outcome = try await tree.run("log", file)
      #expect(outcome.exitCode == 2 && outcome.output == "")
      #expect(
        outcome.errors == "statuslint: error: \(message)\n  help: give a log, or - for standard input\n",
        "\(outcome.errors)")
    }
  }
}
