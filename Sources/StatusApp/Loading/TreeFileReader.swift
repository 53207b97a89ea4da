import StatusFileSystem
import StatusModel
import StatusText

/// Reads tracking files by their paths from the repository root; links are followed as far as the repository goes.
struct TreeFileReader: Sendable {
  /// What reading a file came to.
  enum Outcome: Sendable {
    case bytes([UInt8])
    /// There is no such file.
    case absent
    /// Why it could not be read.
    case failed(String)
  }

  /// The repository's real path: links may not lead out of it.
  let boundary: String
  /// The repository, in which paths begin.
  let repository: Directory
  private let sizeLimit: Int
  private let replacement: (path: String, bytes: [UInt8])?

  init(
    repository: Directory, sizeLimit: Int, replacement: (path: String, bytes: [UInt8])?,
    boundary: String? = nil
  ) throws(FileSystemError) {
    self.repository = repository
    self.sizeLimit = sizeLimit
    self.replacement = replacement
    if let boundary { self.boundary = boundary } else { self.boundary = try repository.realPath() }
  }

  /// The path that stands in for a file's bytes, where one does.
  var replacedPath: String? { replacement?.path }

  /// The bytes of the file at `path`. With `isBehindLink`, a directory on the way is a link.
  func read(_ path: String, isBehindLink: Bool = false) -> Outcome {
    if let replacement, replacement.path == path { return .bytes(replacement.bytes) }
    if isBehindLink { return readFollowing(path, wherePresent: true) }
    do {
      return .bytes(try repository.read(path, limit: sizeLimit))
    } catch {
      if error.isNotFound { return .absent }
      guard case .wrongKind(.symbolicLink) = error.reason else { return .failed(error.reasonText) }
    }
    return readFollowing(path, wherePresent: false)
  }

  private func readFollowing(_ path: String, wherePresent: Bool) -> Outcome {
    do {
      return .bytes(try repository.readFollowing(path, within: boundary, limit: sizeLimit))
    } catch {
      if error.isNotFound { return wherePresent ? .absent : .failed("the link leads nowhere") }
      return .failed(error.reasonText)
    }
  }

  /// The file at `path` with what it says; nil where there is none.
  func file(
    _ kind: TrackedFile.Kind, at path: String, directory: Int = -1, vocabulary: StatusVocabulary,
    isNested: Bool = false, isBehindLink: Bool = false
  ) -> TrackedFile? {
    switch read(path, isBehindLink: isBehindLink) {
    case .bytes(let bytes):
      TrackedFile(
        kind: kind, directory: directory, source: SourceText(path: path, bytes: bytes),
        vocabulary: vocabulary,
        isNested: isNested)
    case .absent: nil
    case .failed(let reason): TrackedFile(kind: kind, directory: directory, path: path, failure: reason)
    }
  }
}
