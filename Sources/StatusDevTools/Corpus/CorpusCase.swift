import StatusFileSystem
import StatusSyntax
import StatusText

/// A case of the corpus: a tree, how to check it, and what is to be found.
package struct CorpusCase: Sendable {
  /// The case's directory, as it was found.
  package let directory: String
  /// The rule that the case is about; nil for one that is about all.
  package let rule: String?
  /// What is checked: the tree, or the whole repository for other formats.
  let root: String
  /// What it shows.
  package let purpose: String
  /// The present, for the program.
  package let now: String
  /// The profile to judge by; nil to detect it.
  package let profile: String?
  /// More arguments of `statuslint check`.
  package let arguments: [String]
  /// More arguments of `statuslint check --fix`.
  package let fixArguments: [String]
  /// The lines that are to be found, sorted.
  package let expected: [String]

  /// A directory that looks like a case and is none, and why.
  package struct Malformed: Error, Sendable {
    /// What is wrong.
    package let message: String
  }

  /// Reads the case in `directory`.
  package init(directory: String, in fileSystem: any FileSystem = PosixFileSystem()) throws(Malformed) {
    let bytes: [UInt8]
    let golden: [UInt8]
    do {
      let opened = try Directory(opening: directory, in: fileSystem)
      bytes = try opened.read("case.json", limit: 1 << 20)
      golden = (try? opened.read("findings.txt", limit: 1 << 24)) ?? []
    } catch {
      throw Malformed(message: error.message.plain)
    }
    let tree = JSONTree(SourceText(path: "case.json", bytes: bytes))
    guard let root = tree.root, let purpose = root["purpose"]?.string, let now = root["now"]?.string else {
      throw Malformed(message: "\(directory)/case.json needs a purpose and a now")
    }
    let known: Set = ["purpose", "now", "profile", "arguments", "fixArguments"]
    if let stranger = root.members.first(where: { !known.contains($0.key) }) {
      throw Malformed(message: "\(directory)/case.json has the unknown key \"\(stranger.key)\"")
    }
    self.directory = directory
    self.purpose = purpose
    self.now = now
    profile = root["profile"]?.string
    arguments = root["arguments"].map { $0.elements.compactMap(\.string) } ?? []
    fixArguments = root["fixArguments"].map { $0.elements.compactMap(\.string) } ?? []
    expected = Self.lines(golden)
    let parts = directory.split(separator: "/").map(String.init)
    rule = parts.lastIndex(of: "rules").flatMap { $0 + 1 < parts.count ? parts[$0 + 1] : nil }
    self.root = parts.contains("formats") ? "." : "specs"
  }

  /// Whether a directory holds a case that one of the files `names` describes.
  static func isDescribed(_ directory: String, by names: [String]) throws(FileSystemError) -> Bool {
    let opened = try Directory(opening: directory)
    for name in names where try opened.status(name, followingLinks: true) != nil { return true }
    return false
  }

  private static let names = ["case.json", ReportCase.name] + SyncCase.names

  /// The directories of cases below `paths`, sorted: those that hold one of the files that describe a case.
  package static func directories(beneath paths: [String], in fileSystem: any FileSystem = PosixFileSystem())
    throws(FileSystemError) -> [String]
  {
    var found: [String] = []
    var open = paths
    while let path = open.popLast() {
      let entries = try Directory(opening: path, in: fileSystem).list()
      if entries.contains(where: { names.contains($0.name) }) {
        found.append(path)
      } else {
        open += entries.filter { $0.kind == .directory }.map { "\(path)/\($0.name)" }
      }
    }
    return found.sorted()
  }

  /// The files as they are given.
  package func before() throws(FileSystemError) -> CorpusFiles { try CorpusFiles(in: "\(directory)/before") }

  /// The files that a fix has to change, as they have to be then.
  package func after() throws(FileSystemError) -> CorpusFiles { try CorpusFiles(in: "\(directory)/after") }

  /// The lines of a golden file or of the program's output, sorted.
  package static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init).sorted()
  }
}
