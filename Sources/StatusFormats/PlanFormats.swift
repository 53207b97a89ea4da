import StatusText

/// Every format besides our own: one hand-kept list. A new format is a directory and a line here.
package enum PlanFormats {
  /// The formats, in the order in which they are looked for.
  package static let all: [any PlanFormat] = [
    OpenSpec(), SpecKit(), Kiro(), Backlog(), BMAD(), TaskMaster(), GSD(), Conductor(), PlanningWithFiles(),
    AgentOS.format,
  ]

  /// The format of that name.
  package static func named(_ name: String) -> (any PlanFormat)? { all.first { $0.name == name } }

  /// Whether a format may read a file of this name. It costs next to nothing.
  package static func mayRead(_ path: String) -> Bool {
    [".md", ".yaml", ".yml", ".json", ".txt", ".kiro"].contains(where: path.hasSuffix)
  }

  /// The directories that hold tests, templates and copies: what looks like a plan there is an example.
  static let exampleDirectories: Set = [
    "test", "tests", "__tests__", "fixtures", "testdata", "templates", "template", "examples-data", "vendor",
    "upstream",
    "node_modules",
  ]

  /// Whether `path` lies below a directory whose name begins with a dot, or that holds examples.
  static func isExample(_ path: String) -> Bool {
    PathText.components(of: path).contains { $0.hasPrefix(".") || exampleDirectories.contains($0) }
  }
}
