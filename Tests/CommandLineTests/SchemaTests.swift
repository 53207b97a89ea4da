import StatusTestSupport
import Testing

/// `schema`: what the program has built in is what the project publishes.
struct SchemaTests {
  @Test(arguments: ["report", "return", "executor-return", "history", "show"])
  func isThePublishedOne(name: String) async throws {
    let outcome = try await SampleTree().run("schema", name)
    let published = try FileBytes.read("\(Project.directory)/schemas/\(name).schema.json")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.outputBytes == published, "run scripts/embed and build the program")
  }

  @Test("the texts that the program contains are those of the files that they are written from")
  func theSourcesAreInStep() async throws {
    var invocation = Invocation([], directory: Project.directory)
    invocation.shell = "scripts/embed --check"
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
  }

  @Test func anUnknownOneIsToldWhatThereIs() async throws {
    let outcome = try await SampleTree().run("schema", "reports")
    #expect(
      outcome.exitCode == 2 && outcome.errors.contains("report, return, executor-return, configuration"))
  }
}
