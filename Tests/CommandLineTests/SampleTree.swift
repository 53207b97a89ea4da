import StatusTestSupport
import Testing

/// A repository with a specs tree of two tasks, without a contradiction in it, as a test wants to spoil it.
struct SampleTree {
  /// The repository.
  let repository: TemporaryDirectory
  /// The tree in it.
  let root: String

  /// A tree at `root` of a fresh repository.
  init(root: String = "specs") throws {
    repository = try TemporaryDirectory()
    self.root = root
    try repository.write("", to: ".git/HEAD")
    try Self.fill(repository, root)
  }

  /// The path of the repository.
  var path: String { repository.path }

  /// Makes a second tree, at `root`.
  func addTree(_ root: String) throws { try Self.fill(repository, root) }

  /// Makes the file `name` of the tree hold `bytes`.
  func write(_ bytes: [UInt8], to name: String) throws { try repository.write(bytes, to: "\(root)/\(name)") }
  /// Makes the file `name` of the tree hold `text`.
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
  /// The text of the file `name` of the tree.
  func read(_ name: String) throws -> String {
    String(decoding: try FileBytes.read("\(path)/\(root)/\(name)"), as: UTF8.self)
  }
  /// Takes the file `name` out of the tree.
  func remove(_ name: String) { repository.remove("\(root)/\(name)") }

  /// A run of the program in the repository.
  func invocation(_ arguments: String...) -> Invocation { invocation(arguments) }
  /// The same with a list.
  func invocation(_ arguments: [String]) -> Invocation { Invocation(arguments, directory: path) }

  /// The arguments of a command; where it is `check`, without the rules about what else tasks and plans should have: the
  /// tree has no more than the tests need.
  static func lenient(_ arguments: [String]) -> [String] {
    arguments.first == "check" && !arguments.contains("--select") ? arguments + ignored : arguments
  }

  private static let ignored = [
    "missing-plan-field", "missing-plan-section", "missing-task-field", "missing-state-field",
    "missing-project-state", "plan-front-matter",
  ].flatMap { ["--ignore", $0] }

  /// `statuslint` with `arguments`, in the repository.
  func run(_ arguments: String..., location: SourceLocation = #_sourceLocation) async throws -> Outcome {
    try await run(arguments, location: location)
  }
  /// The same with a list.
  func run(_ arguments: [String], location: SourceLocation = #_sourceLocation) async throws -> Outcome {
    try await invocation(Self.lenient(arguments)).run(location)
  }

  /// The name of a plan of task 1 in the tree.
  static let plan = "001_first_task/plans/implementation-001.md"

  private static func fill(_ repository: TemporaryDirectory, _ root: String) throws {
    try repository.write(taskList, to: "\(root)/TODO.md")
    try repository.write(registry, to: "\(root)/state.json")
    try repository.write(planText, to: "\(root)/\(plan)")
  }

  static let taskList = """
    ---
    next_project_number: 3
    ---

    # TODO

    ## Tasks

    ### 1. First task
    - **Status**: [IMPLEMENTING]
    - **Language**: general
    - **Started**: 2025-12-28T10:00:00Z
    - **Plan**: [Plan](001_first_task/plans/implementation-001.md)

    ### 2. Second task
    - **Status**: [NOT STARTED]
    - **Language**: general

    """

  static let registry = """
    {
      "next_project_number": 3,
      "active_projects": [
        {
          "project_number": 1,
          "project_name": "first_task",
          "status": "implementing",
          "language": "general",
          "started": "2025-12-28T10:00:00Z"
        },
        {
          "project_number": 2,
          "project_name": "second_task",
          "status": "not_started",
          "language": "general"
        }
      ]
    }

    """

  static let planText = """
    # Implementation Plan: First task

    - **Task**: 1 - First task
    - **Status**: [IN PROGRESS]

    ### Phase 1: Begin [COMPLETED]

    - **Started**: 2025-12-28T10:00:00Z
    - **Completed**: 2025-12-28T11:00:00Z

    ### Phase 2: Go on [IN PROGRESS]

    - **Started**: 2025-12-28T12:00:00Z

    """
}
