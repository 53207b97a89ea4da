import StatusFileSystem
import StatusText

/// The files of a commit, which can be in a tree for a moment or after a crash, in .gitignore (docs/committer.md).
struct IgnoredFiles {
  private static let patterns = [".statuslint.journal*", ".statuslint.lock", ".statuslint-*"]

  private let repository: String
  private let fileSystem: any FileSystem

  init(_ repository: String, _ fileSystem: any FileSystem) {
    self.repository = repository
    self.fileSystem = fileSystem
  }

  /// Adds the patterns that are missing at the end of the file, and returns them; nil if there are none, or the
  /// directory is not one of git.
  func add() throws(FileSystemError) -> [Message]? {
    guard fileSystem.holds(TreeRoots.join(repository, ".git")) else { return nil }
    let name = ".gitignore"
    var bytes: [UInt8] = []
    do {
      bytes = try Directory(opening: repository, in: fileSystem).read(name, limit: 1 << 20)
    } catch {
      if !error.isNotFound { throw error }
    }
    let lines = Set(
      bytes.split(whereSeparator: ASCII.isLineEnd).map { String(decoding: $0, as: UTF8.self) })
    let missing = Self.patterns.filter { !lines.contains($0) }
    if missing.isEmpty { return nil }
    let lineEnd = bytes.contains(ASCII.carriageReturn) ? "\r\n" : "\n"
    if let last = bytes.last, !ASCII.isLineEnd(last) { bytes += Array(lineEnd.utf8) }
    bytes += missing.flatMap { Array(($0 + lineEnd).utf8) }
    try SingleFile(TreeRoots.join(repository, name), in: fileSystem).write(bytes)
    return missing.map { "\($0)" }
  }
}
