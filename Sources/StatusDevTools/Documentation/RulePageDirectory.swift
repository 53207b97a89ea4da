import StatusFileSystem
import StatusText

/// The directory with the pages of the rules, compared with their expected content.
package struct RulePageDirectory: Sendable {
  /// How a file differs.
  package enum Difference: Equatable, Sendable {
    /// The page is missing.
    case missing(String)
    /// The file has different content.
    case outdated(String)
    /// The file is not the page of a rule.
    case surplus(String)

    /// The file and what is wrong with it, for people.
    package var text: String {
      switch self {
      case .missing(let name): "\(name) is missing"
      case .outdated(let name): "\(name) is outdated"
      case .surplus(let name): "\(name) does not belong to a rule"
      }
    }
  }

  private let path: String
  private let fileSystem: any FileSystem

  /// The directory at `path`, which need not exist.
  package init(_ path: String, in fileSystem: any FileSystem = PosixFileSystem()) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// The differences of the directory, in the order of the pages, then surplus files by name.
  package func differences(from documentation: RuleDocumentation) throws(FileSystemError) -> [Difference] {
    let names = try existingNames()
    var found: [Difference] = []
    for page in documentation.pages {
      guard names.contains(page.name) else {
        found.append(.missing(page.name))
        continue
      }
      let bytes = try Directory(opening: path, in: fileSystem).read(page.name, limit: 1 << 24)
      if bytes != Array(page.text.utf8) { found.append(.outdated(page.name)) }
    }
    let known = Set(documentation.pages.map(\.name))
    return found + names.filter { !known.contains($0) }.map { .surplus($0) }
  }

  /// Writes these pages, and removes all other Markdown files. Returns the differences before that.
  package func update(to documentation: RuleDocumentation) throws(FileSystemError) -> [Difference] {
    let differences = try differences(from: documentation)
    for difference in differences {
      switch difference {
      case .missing(let name), .outdated(let name):
        let text = documentation.pages.first { $0.name == name }?.text ?? ""
        try SingleFile("\(path)/\(name)", in: fileSystem).write(Array(text.utf8))
      case .surplus(let name): try remove(name)
      }
    }
    return differences
  }

  /// The existing Markdown files, sorted; none if there is no directory.
  private func existingNames() throws(FileSystemError) -> [String] {
    let entries: [DirectoryEntry]
    do {
      entries = try Directory(opening: path, in: fileSystem).list()
    } catch {
      if error.isNotFound { return [] }
      throw error
    }
    return entries.map(\.name).filter { $0.hasSuffix(".md") }.sorted()
  }

  private func remove(_ name: String) throws(FileSystemError) {
    do {
      try fileSystem.remove("\(path)/\(name)", at: nil)
    } catch {
      throw FileSystemError(path: "\(path)/\(name)", operation: .write, reason: .system(error))
    }
  }
}
