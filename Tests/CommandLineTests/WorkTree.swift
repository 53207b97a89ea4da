import StatusTestSupport
import Testing

/// A repository with a specs tree in which tasks are moved: a case of the corpus, or a generated one.
struct WorkTree {
  /// The repository.
  let repository: TemporaryDirectory

  /// The path of the repository.
  var path: String { repository.path }

  /// The tree that the case `name` of Corpus/sync begins with.
  init(corpus name: String) async throws {
    repository = try TemporaryDirectory()
    try repository.write("", to: ".git/HEAD")
    var copy = Invocation(arguments: [], directory: path)
    copy.shell = "cp -r '\(Project.directory)/Corpus/sync/\(name)/before/.' ."
    #expect(try await copy.run().exitCode == 0)
  }

  /// A generated tree without a fault.
  init(profile: String, tasks: Int) async throws {
    repository = try TemporaryDirectory()
    var generate = Invocation(arguments: [], directory: path)
    generate.shell =
      "'\(try BuiltProgram.path("statuslint-dev"))' tree tree --tasks \(tasks) --profile \(profile) && mv tree/specs ."
    let outcome = try await generate.run()
    try #require(outcome.exitCode == 0, "\(outcome.testDescription)")
    try repository.write("", to: ".git/HEAD")
  }

  /// Makes the file at `path`, from the repository root, hold `text`.
  func write(_ text: String, to path: String) throws { try repository.write(text, to: path) }

  /// The text of the file at `path`.
  func read(_ path: String) throws -> String {
    String(decoding: try FileBytes.read("\(repository.path)/\(path)"), as: UTF8.self)
  }

  /// `statuslint` with the words of `command`, in the repository, at the hour `hour` of the fifteenth of January 2026.
  func run(_ command: String, hour: Int = 12, location: SourceLocation = #_sourceLocation) async throws
    -> Outcome
  {
    try await run(command.split(separator: " ").map(String.init), hour: hour, location: location)
  }

  /// `statuslint` with `arguments`, as above.
  func run(_ arguments: [String], hour: Int = 12, location: SourceLocation = #_sourceLocation) async throws
    -> Outcome
  {
    try await invocation(arguments, hour: hour).run(location)
  }

  /// A run of `statuslint` with `arguments`.
  func invocation(_ arguments: [String], hour: Int = 12) -> Invocation {
    var invocation = Invocation(arguments, directory: path)
    invocation.variables["STATUSLINT_NOW"] = "\(1_768_435_200 + hour * 3600)"
    return invocation
  }

  /// Everything in the tree's directory with a sum of its content, sorted.
  func fingerprint() async throws -> String {
    var invocation = Invocation(arguments: [], directory: path)
    invocation.shell =
      "find specs -type f | LC_ALL=C sort | xargs -d '\\n' cksum; find specs -type d | LC_ALL=C sort"
    return try await invocation.run().output
  }
}

extension Outcome {
  /// The return object on standard output, held to its schema.
  func returnObject(_ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
    let object = try json(location)
    let bytes = try FileBytes.read("\(Project.directory)/schemas/return.schema.json")
    let violations = JSONSchema(try JSONValue(parsing: bytes)).violations(in: object)
    #expect(violations == [], "\(object)", sourceLocation: location)
    return object
  }

  /// The types of the errors of the return object.
  func errorTypes(_ location: SourceLocation = #_sourceLocation) throws -> [String] {
    guard case .array(let errors) = try returnObject(location)["errors"] else { return [] }
    return errors.compactMap { if case .string(let type) = $0["type"] { type } else { nil } }
  }
}
