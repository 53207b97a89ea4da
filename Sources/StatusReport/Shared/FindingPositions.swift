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
  mutating func lines(of path: String) -> FileLines? { index(of: path).flatMap { lines[$0] } }

  private mutating func position(at offset: Int, in path: String) -> TextPosition {
    index(of: path).flatMap { lines[$0]?.position(at: offset) } ?? TextPosition(line: 1, column: 1)
  }

  /// The index of the file at `path`, whose lines are known from then on.
  private mutating func index(of path: String) -> Int? {
    if let latest, latest.path == path { return latest.index }
    if indices.isEmpty {
      for (index, file) in files.enumerated() { indices[file.path] = index }
    }
    guard let index = indices[path] else { return nil }
    if lines[index] == nil { lines[index] = FileLines(files[index].source) }
    latest = (path, index)
    return index
  }
}
