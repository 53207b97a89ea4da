import StatusDiagnostics
import StatusText

/// Lines and columns of findings; a file's lines are indexed when its first finding is printed, never before.
struct FindingPositions {
  private let files: [CheckedFile]
  private var indices: [String: Int] = [:]
  private var lines: [FileLines?]
  private var latest: (path: String, index: Int)?

  /// Positions in `files`.
  init(_ files: [CheckedFile]) {
    self.files = files
    lines = Array(repeating: nil, count: files.count)
  }

  /// Where `location` begins; 1:1 in a file whose bytes are not known.
  mutating func start(of location: Location) -> TextPosition {
    position(at: location.range.lower, in: location.path)
  }

  /// Where `location` ends.
  mutating func end(of location: Location) -> TextPosition {
    position(at: location.range.upper, in: location.path)
  }

  /// The lines of the file at `path`, or nil where it was not read.
  mutating func lines(of path: String) -> FileLines? {
    guard let index = index(of: path) else { return nil }
    return indexed(index)
  }

  private mutating func position(at offset: Int, in path: String) -> TextPosition {
    guard let index = index(of: path) else { return TextPosition(line: 1, column: 1) }
    return indexed(index).position(at: offset)
  }

  private mutating func indexed(_ index: Int) -> FileLines {
    if let known = lines[index] { return known }
    let fresh = FileLines(files[index].source)
    lines[index] = fresh
    return fresh
  }

  private mutating func index(of path: String) -> Int? {
    if let latest, latest.path == path { return latest.index }
    if indices.isEmpty {
      indices.reserveCapacity(files.count)
      for (index, file) in files.enumerated() { indices[file.path] = index }
    }
    guard let index = indices[path] else { return nil }
    latest = (path, index)
    return index
  }
}
