import StatusFileSystem
import StatusModel
import StatusReport

/// Has a program fix copies of specs trees of any origin, with safe fixes and with all, and holds it to what every fix
/// has to keep.
package struct FixSession: Sendable {
  private let runner: CorpusRunner

  /// A session with the program of `runner`.
  package init(runner: CorpusRunner) { self.runner = runner }

  /// Fixes the trees in `directories`, at the usual places or in the directory itself, and says what was not kept.
  package func run(_ directories: [String]) async throws -> CorpusSession.Summary {
    var suites: [CaseReport.Suite] = []
    for directory in directories {
      for place in try Self.places(in: directory) {
        let source = place.isEmpty ? directory : "\(directory)/\(place)"
        let root = place.isEmpty ? "specs" : place
        let files = try CorpusFiles(in: source).beneath(root)
        for arguments in [[], ["--unsafe-fixes"]] {
          let cases = await runner.checkFixes(
            of: files, root: root, fixArguments: arguments, number: suites.count)
          suites.append(
            CaseReport.Suite(name: ([source] + arguments).joined(separator: " "), cases: cases))
        }
      }
    }
    return CorpusSession.summary(suites)
  }

  /// Where trees lie in `directory`; an empty place is the directory itself.
  private static func places(in directory: String) throws -> [String] {
    let opened = try Directory(opening: directory)
    return try ([""] + SpecsRoot.usualPaths).filter { place in
      try opened.status(place.isEmpty ? "TODO.md" : "\(place)/TODO.md", followingLinks: true) != nil
    }
  }
}
