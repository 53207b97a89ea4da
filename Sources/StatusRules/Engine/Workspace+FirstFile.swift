import StatusModel

extension Workspace {
  /// The first file that was read from `directory`, for a finding about the directory; nil where none was.
  func firstFile(in directory: ProjectDirectory) -> TrackedFile? {
    let start = directory.path + "/"
    let index = files.partitioningIndex { $0.path >= start }
    return index < files.count && files[index].path.hasPrefix(start) ? files[index] : nil
  }
}
