import StatusModel

/// Files as planners read them, by path, with the bytes that they were parsed from.
final class PlannedFiles {
  private var entries: [String: (bytes: [UInt8], directories: Int, file: TrackedFile?)] = [:]

  /// The file at `path`: as it is known, or as `parse` makes it. Its directory's index changes with their number.
  func file(_ path: String, _ bytes: [UInt8], _ directories: Int, _ parse: () -> TrackedFile?) -> TrackedFile?
  {
    if let known = entries[path], known.bytes == bytes, known.directories == directories { return known.file }
    let file = parse()
    entries[path] = (bytes, directories, file)
    return file
  }
}
