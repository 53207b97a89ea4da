/// A Swift file of the project, taken apart once for all tests.
struct ParsedFile: Sendable {
  /// The file.
  let file: ProjectFile
  /// Its code and comments.
  let source: SwiftSource

  /// Takes a file apart.
  init(_ file: ProjectFile) {
    self.file = file
    source = SwiftSource(file.text)
  }

  /// All files of Sources/.
  static let sources = Result { try ProjectFile.swift(beneath: "Sources").map(ParsedFile.init) }

  /// All files of Tests/.
  static let tests = Result { try ProjectFile.swift(beneath: "Tests").map(ParsedFile.init) }

  /// The names of all that protocols of ours ask for: described there, not in every type that has them.
  static let requirements: Set<String> = Set((try? sources.get())?.flatMap(\.source.requirements) ?? [])
}
