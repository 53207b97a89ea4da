import StatusFileSystem
import StatusText

/// A copy of the tree for the commands of the documentation, outside of any repository.
package struct DocumentationExample: Sendable {
  /// The directory of the tree in the project.
  package static let usualDirectory = "docs/example"

  /// The pages of `project` with commands to run, relative to its directory: the front page, the guide, and the pages of
  /// other formats.
  package static func pages(of project: String = ".") throws(FileSystemError) -> [String] {
    var pages = ["README.md"]
    for directory in ["docs", "docs/formats"] {
      let files = try Directory(opening: "\(project)/\(directory)").list().filter {
        $0.kind == .regular && $0.name.hasSuffix(".md")
      }
      pages += files.map { "\(directory)/\($0.name)" }.sorted()
    }
    return pages
  }

  /// The environment of commands, so that they print the same everywhere.
  package static let environment = [
    "STATUSLINT_NOW": "2026-01-09T12:00:00Z", "NO_COLOR": "1",
    "LC_ALL": "C.UTF-8",
  ]

  /// Copies the tree for the commands of `page` to `destination`: its own tree (docs/example-gsd for docs/formats/gsd.md)
  /// or the usual one.
  package static func copy(of project: String = ".", for page: String, to destination: String)
    throws(FileSystemError)
  {
    let name = PathText.name(of: page).split(separator: ".").first ?? ""
    let own = try CorpusFiles(in: "\(project)/\(usualDirectory)-\(name)")
    let files = own.bytes.isEmpty ? try CorpusFiles(in: "\(project)/\(usualDirectory)") : own
    try files.write(to: destination)
  }
}
