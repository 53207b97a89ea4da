import StatusFileSystem
import StatusModel

/// Reads the tracking files of one project directory: its plans, and its state.json.
struct ProjectFileReader: Sendable {
  let source: any TreeSource
  let vocabulary: StatusVocabulary

  /// Plans lie at most this many directories below plans/.
  private static let depthLimit = 4

  /// The files of `directory`, which is number `index` of the workspace, sorted by path.
  func files(of directory: ProjectDirectory, index: Int) -> [TrackedFile] {
    var files = plans(in: "\(directory.path)/plans", index, depth: 0)
    let state = "\(directory.path)/state.json"
    if let file = source.file(.projectState, at: state, directory: index, vocabulary: vocabulary) {
      files.append(file)
    }
    return files
  }

  /// The plan at `path`, which may lie outside of `directory`; nil where there is none.
  func plan(at path: String, of directory: ProjectDirectory, index: Int) -> TrackedFile? {
    source.file(
      .plan, at: path, directory: index, vocabulary: vocabulary, isNested: directory.isNested(path))
  }

  private func plans(in path: String, _ index: Int, depth: Int) -> [TrackedFile] {
    let entries: [DirectoryEntry]
    do {
      entries = try list(path)
    } catch {
      if error.isNotFound { return [] }
      return [TrackedFile(kind: .plan, directory: index, path: path, failure: error.reasonText.plain)]
    }
    return entries.sorted { $0.name < $1.name }.flatMap { entry -> [TrackedFile] in
      let inside = "\(path)/\(entry.name)"
      if entry.kind == .directory {
        if PlanFileName(path: inside).isStandard {
          return [TrackedFile(kind: .plan, directory: index, path: inside, failure: "it is a directory")]
        }
        return depth < Self.depthLimit ? plans(in: inside, index, depth: depth + 1) : []
      }
      guard entry.name.hasSuffix(".md") else { return [] }
      return [source.file(.plan, at: inside, directory: index, vocabulary: vocabulary, isNested: depth > 0)]
        .compactMap { $0 }
    }
  }

  private func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    do {
      return try source.list(path)
    } catch {
      guard case .wrongKind(.symbolicLink) = error.reason else { throw error }
    }
    return try source.listFollowing(path)
  }
}
