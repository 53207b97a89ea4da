import StatusDiagnostics
import StatusText

/// Lines and columns of findings. The lines of a file are indexed when its first finding is printed.
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

  /// The start of `location`; 1:1 in a file without bytes.
  mutating func start(of location: Location) -> TextPosition {
    position(at: location.range.lower, in: location.path)
  }

  /// The end of `location`.
  mutating func end(of location: Location) -> TextPosition {
    position(at: location.range.upper, in: location.path)
  }

  /// The lines of the file at `path`, or nil if it was not read.
  mutating func lines(of path: String) -> FileLines? { index(of: path).flatMap { lines[$0] } }

  private mutating func position(at offset: Int, in path: String) -> TextPosition {
    index(of: path).flatMap { lines[$0]?.position(at: offset) } ?? TextPosition(line: 1, column: 1)
  }

  /// The index of the file at `path`; its lines are indexed now.
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
