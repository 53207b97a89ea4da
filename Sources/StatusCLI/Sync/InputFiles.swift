import StatusFileSystem
import StatusSync
import StatusSyntax
import StatusText

/// Reads the JSON files that commands take; - is standard input.
struct InputFiles {
  private let surroundings: Surroundings

  /// The size limit of these files, in bytes.
  private static let sizeLimit = 16 << 20

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// The text of a file.
  func source(_ path: String) throws(CommandError) -> SourceText {
    do {
      if path == "-" {
        return SourceText(
          path: "standard input", bytes: try surroundings.standardInput.readAll(limit: Self.sizeLimit))
      }
      let directory = try Directory(opening: "/", in: surroundings.fileSystem)
      let absolute = TreeDiscovery(
        fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory
      ).absolutePath(path)
      let bytes = try directory.readFollowing(
        String(absolute.dropFirst()), within: "/", limit: Self.sizeLimit)
      return SourceText(path: path, bytes: bytes)
    } catch {
      let name: Message = path == "-" ? "standard input" : "\(outside: path)"
      let message: Message = "cannot read \(name): \(error.reasonText)"
      if error.errno?.isExhaustion == true { throw .failure(message, hint: error.hint) }
      throw .usage(message, hint: Self.hint(error, path))
    }
  }

  private static func hint(_ error: FileSystemError, _ path: String) -> Message? {
    if ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].contains(path) { return "use - for standard input" }
    return switch error.reason {
    case .tooLarge: "the limit is 16 MB: give the paths of artifacts, not their content"
    case .wrongKind: "give a regular file, or - and pipe it in"
    case .system, .outside: error.hint
    }
  }

  /// The phases that a file lists.
  func phases(_ path: String) throws(CommandError) -> Result<[PhaseStep], SyncError> {
    PhaseStep.read(try json(path))
  }

  /// The artifacts that a file lists.
  func artifacts(_ path: String) throws(CommandError) -> [ArtifactClaim] {
    let root = try json(path)
    do throws(InputFault) {
      return try ArtifactClaim.read(root)
    } catch {
      throw .usage(
        "\(outside: path) is not a list of artifacts: \(error.text)",
        hint: "write [{\"type\": \"research\", \"path\": \"specs/…\", \"summary\": \"…\"}]")
    }
  }

  private func json(_ path: String) throws(CommandError) -> JSONValue {
    let tree = JSONTree(try source(path))
    guard let root = tree.root else {
      let place = LineIndex(tree.source).position(at: tree.error?.offset ?? 0)
      throw .usage(
        "\(outside: path) is not JSON: line \(place.line), column \(place.column): \(tree.error?.message ?? "")"
      )
    }
    if let fault = InputFault.duplicates(in: tree).first {
      throw .usage("\(outside: path): \(fault.text)", hint: "give each key once")
    }
    return root
  }
}
