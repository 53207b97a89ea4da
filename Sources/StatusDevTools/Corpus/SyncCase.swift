import StatusCLI
import StatusFileSystem
import StatusSyntax
import StatusText

/// A case of Corpus/sync or Corpus/history: a tree, in the latter also what git knows of it, commands, and what has to become
/// of them.
package struct SyncCase: Sendable {
  /// The files of which one makes a directory such a case: one without a history, one with it.
  static let names = ["sync.json", "history.json"]

  /// The case's directory, as it was found.
  package let directory: String
  /// What it shows.
  package let purpose: String
  /// The present at the first command, in seconds since 1970; each further one is an hour later.
  package let now: Int
  /// Whether every command gets a copy of the tree of its own.
  package let isFresh: Bool
  /// What git knows of the tree; nil for a tree that is not in a repository.
  let history: HistoryScript?
  /// The arguments of each command.
  package let runs: [[String]]
  /// What has to come of the commands, as a text.
  package let expected: String

  /// Reads the case in `directory`.
  package init(directory: String, in fileSystem: any FileSystem = PosixFileSystem())
    throws(CorpusCase.Malformed)
  {
    let bytes: [UInt8]
    let golden: [UInt8]
    let name: String
    do {
      let opened = try Directory(opening: directory, in: fileSystem)
      name = try opened.status(Self.names[1], followingLinks: true) == nil ? Self.names[0] : Self.names[1]
      bytes = try opened.read(name, limit: 1 << 20)
      golden = (try? opened.read("results.txt", limit: 1 << 24)) ?? []
    } catch {
      throw CorpusCase.Malformed(message: error.message.plain)
    }
    let root = JSONTree(SourceText(path: name, bytes: bytes)).root
    let known: Set = ["purpose", "now", "fresh", "runs", "parents", "branches"]
    if let stranger = root?.members.first(where: { !known.contains($0.key) }) {
      throw CorpusCase.Malformed(
        message: "\(directory)/\(name) has the unknown key \"\(stranger.key)\"")
    }
    guard let root, let purpose = root["purpose"]?.string,
      let now = root["now"]?.string.flatMap({ MomentArgument.seconds($0) }),
      let runs = root["runs"]?.elements.map({ $0.string ?? "" }), !runs.isEmpty
    else {
      throw CorpusCase.Malformed(message: "\(directory)/\(name) needs a purpose, a now and runs")
    }
    self.directory = directory
    self.purpose = purpose
    self.now = now
    isFresh = root["fresh"]?.bool ?? false
    history = name == Self.names[1] ? try HistoryScript(root, in: directory) : nil
    self.runs = runs.map(Self.words)
    expected = String(decoding: golden, as: UTF8.self)
  }

  /// The words of a command: what stands between blanks, or between single quotes.
  private static func words(_ command: String) -> [String] {
    var words: [String] = []
    var isQuoted = false
    var isOpen = false
    for character in command {
      if character == "'" {
        isQuoted.toggle()
        if !isOpen { words.append("") }
        isOpen = true
      } else if character == " ", !isQuoted {
        isOpen = false
      } else {
        if !isOpen { words.append("") }
        isOpen = true
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}
