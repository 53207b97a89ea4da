import StatusFileSystem
import StatusModel
import StatusText

/// Reads tracking files by their paths from the repository root; links are followed as far as the repository goes.
struct TreeFileReader: Sendable {
  /// What reading a file came to.
  enum Outcome: Sendable {
    case bytes([UInt8])
    /// The file does not exist.
    case absent
    /// Why it could not be read.
    case failed(String)
  }

  /// The repository's real path: links may not lead out of it.
  let boundary: String
  /// The repository, in which paths begin.
  let repository: Directory
  /// Tells when the process has run out of what reading takes.
  let exhaustion: Exhaustion
  private let sizeLimit: Int
  /// Bytes that replace those of files, by path; nil for a file to ignore.
  private let replacements: [String: [UInt8]?]
  /// The paths of those in a directory plans/, by the directory around it: such a file may not be there yet.
  private let replacedPlans: [String: [String]]

  init(
    repository: Directory, sizeLimit: Int, replacements: [String: [UInt8]?], boundary: String? = nil,
    exhaustion: Exhaustion = Exhaustion()
  ) throws(FileSystemError) {
    self.exhaustion = exhaustion
    self.repository = repository
    self.sizeLimit = sizeLimit
    self.replacements = replacements
    replacedPlans = Self.plans(among: replacements.keys.sorted())
    if let boundary { self.boundary = boundary } else { self.boundary = try repository.realPath() }
  }

  private static func plans(among paths: [String]) -> [String: [String]] {
    var plans: [String: [String]] = [:]
    for path in paths where path.hasSuffix(".md") {
      let parts = path.split(separator: "/")
      // Any of them may be the one of a project directory.
      for place in parts.indices.dropLast() where parts[place] == "plans" {
        plans[parts[..<place].joined(separator: "/"), default: []].append(path)
      }
    }
    return plans
  }

  /// The paths of plans of the project directory at `directory` whose bytes are not read from disk, sorted.
  func replacedPlans(of directory: String) -> [String] { replacedPlans[directory] ?? [] }

  /// Whether there is a file at `path`, in the repository.
  func exists(_ path: String) -> Bool {
    if let replacement = replacements[path] { return replacement != nil }
    guard ((try? repository.status(path, followingLinks: true)) ?? nil)?.kind == .regular,
      let target = try? repository.realPath(path)
    else { return false }
    return RealPath.lies(target, within: boundary)
  }

  /// The bytes of the file at `path`. With `isBehindLink`, a directory on the way is a link.
  func read(_ path: String, isBehindLink: Bool = false) -> Outcome {
    if !replacements.isEmpty, let replacement = replacements[path] {
      return replacement.map { .bytes($0) } ?? .absent
    }
    if isBehindLink { return readFollowing(path, wherePresent: true) }
    do {
      return .bytes(try repository.read(path, limit: sizeLimit))
    } catch {
      if error.isNotFound { return .absent }
      exhaustion.note(error)
      guard case .wrongKind(.symbolicLink) = error.reason else { return .failed(error.reasonText) }
    }
    return readFollowing(path, wherePresent: false)
  }

  private func readFollowing(_ path: String, wherePresent: Bool) -> Outcome {
    do {
      return .bytes(try repository.readFollowing(path, within: boundary, limit: sizeLimit))
    } catch {
      exhaustion.note(error)
      if error.isNotFound { return wherePresent ? .absent : .failed("the link is broken") }
      return .failed(error.reasonText)
    }
  }

  /// The parsed file at `path`; nil if it does not exist.
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
