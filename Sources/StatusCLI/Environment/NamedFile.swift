import StatusFileSystem
import StatusText

/// A file that the command line names; - is standard input.
struct NamedFile {
  /// Its path, as the user gave it.
  let path: String
  private let kind: Message

  /// The file at `path`; `kind` is what users should give: "a log".
  init(_ path: String, kind: Message) {
    self.path = path
    self.kind = kind
  }

  /// Its bytes, at most `limit`.
  func read(limit: Int, in surroundings: Surroundings) throws(CommandError) -> [UInt8] {
    do throws(FileSystemError) {
      if path == "-" { return try surroundings.standardInput.readAll(limit: limit) }
      let here = try Directory(opening: surroundings.workingDirectory, in: surroundings.fileSystem)
      do {
        return try here.read(path, limit: limit)
      } catch {
        guard case .wrongKind(.symbolicLink) = error.reason else { throw error }
        return try here.readFollowing(path, within: "/", limit: limit)
      }
    } catch {
      throw self.error(error)
    }
  }

  private func error(_ error: FileSystemError) -> CommandError {
    let hint: Message = "give \(kind), or - for standard input"
    if error.isNotFound { return .usage("\(outside: path) does not exist", hint: hint) }
    if case .wrongKind(let kind) = error.reason {
      return .usage("\(outside: path) is \(kind.phrase)", hint: hint)
    }
    return .failure(error)
  }
}
