import Glibc
import StatusTestSupport
import Testing

/// The sample tree with faults in each of its files that have one safe correction.
struct BrokenTree {
  let sample: SampleTree

  init() throws {
    sample = try SampleTree()
    for file in Self.files { try write(Self.broken(file), to: file) }
  }

  /// The path of the repository.
  var path: String { sample.path }

  /// The files of the tree.
  static let files = ["TODO.md", "state.json", SampleTree.plan]
  /// Everything in the tree's directory, as `listing` has it.
  static let names = [
    "specs", "specs/001_first_task", "specs/001_first_task/plans", "specs/\(SampleTree.plan)",
    "specs/TODO.md",
    "specs/state.json",
  ]

  static let taskList = SampleTree.taskList.replacing("[NOT STARTED]", with: "[not started]")
  static let registry = SampleTree.registry.replacing("not_started", with: "not-started")
  static let plan = SampleTree.planText.replacing("Begin [COMPLETED]", with: "Begin [COMPLETE]")

  /// The text of a file before it is fixed.
  static func broken(_ file: String) -> String {
    file == "TODO.md" ? taskList : file == "state.json" ? registry : plan
  }

  /// The text of a file after it was fixed.
  static func fixed(_ file: String) -> String {
    switch file {
    case "TODO.md": SampleTree.taskList.replacing("2025-12-28T10:00:00Z", with: "2025-12-28")
    case "state.json": SampleTree.registry.replacing("2025-12-28T10:00:00Z", with: "2025-12-28")
    default: SampleTree.planText
    }
  }

  func write(_ text: String, to file: String) throws { try sample.write(text, to: file) }

  func read(_ file: String) throws -> String {
    String(decoding: try FileBytes.read("\(path)/specs/\(file)"), as: UTF8.self)
  }

  /// `statuslint` with `arguments`, in the repository.
  func run(_ arguments: String..., location: SourceLocation = #_sourceLocation) async throws -> Outcome {
    try await run(arguments, location: location)
  }

  func run(_ arguments: [String], location: SourceLocation = #_sourceLocation) async throws -> Outcome {
    try await sample.run(arguments, location: location)
  }

  /// `statuslint check --fix` with more `arguments`; remaining findings do not matter.
  func fix(_ arguments: [String], location: SourceLocation = #_sourceLocation) async throws -> Outcome {
    try await run(["check", "--fix", "--fail-on", "never"] + arguments, location: location)
  }

  /// What is in the tree's directory, sorted.
  func listing() async throws -> [String] {
    var invocation = sample.invocation()
    invocation.shell = "find specs | LC_ALL=C sort"
    return try await invocation.run().output.split(separator: "\n").map(String.init)
  }
}
