extension Breakage {
  /// Whether a path of a synthetic tree is the task list.
  static let todo: @Sendable (String) -> Bool = { $0 == "specs/TODO.md" }

  /// Whether a path is the registry of the tasks at hand.
  static let registry: @Sendable (String) -> Bool = { $0 == "specs/state.json" }

  /// Whether a path is a state file of the tasks at hand or of one of them.
  static let projectState: @Sendable (String) -> Bool = {
    $0.hasSuffix("/state.json") && !$0.contains("archive")
  }

  /// Whether a path is a plan of a task at hand.
  static let plan: @Sendable (String) -> Bool = {
    $0.contains("/plans/") && !$0.contains("/archive/")
  }

  /// Whether a path is a file that people and programs track statuses in.
  static let any: @Sendable (String) -> Bool = { $0.hasSuffix(".json") || todo($0) || plan($0) }

  /// Whether a line is the heading of a task in the task list.
  static func isTask(_ line: Substring) -> Bool {
    line.hasPrefix("### ") && line.dropFirst(4).first?.isNumber == true
  }
}
