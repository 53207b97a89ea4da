import StatusFileSystem
import StatusText

/// The files of a directory, byte for byte, by their paths in it; links are left out.
package struct CorpusFiles: Sendable, Equatable {
  /// The bytes of each file.
  package private(set) var bytes: [String: [UInt8]] = [:]

  /// The files in `directory`, however deep; none if there is no such directory.
  package init(in directory: String) throws(FileSystemError) {
    let top: Directory
    do {
      top = try Directory(opening: directory)
    } catch {
      if error.isNotFound { return }
      throw error
    }
    var open = ["."]
    while let path = open.popLast() {
      for entry in try top.list(path) {
        let inside = path == "." ? entry.name : "\(path)/\(entry.name)"
        switch entry.kind {
        case .directory: open.append(inside)
        case .regular: bytes[inside] = try top.read(inside, limit: 1 << 27)
        default: break
        }
      }
    }
  }

  /// Writes the files into `directory`, which is made.
  package func write(to directory: String) throws(FileSystemError) {
    for (path, bytes) in bytes { try SingleFile("\(directory)/\(path)").write(bytes) }
  }

  /// The same files with CR LF line ends, as far as `origin`, from which they have come, has them without
  /// a CR; a file that a program has created has the line ends that it chose.
  package func withCarriageReturns(like origin: CorpusFiles) -> CorpusFiles {
    var files = self
    for (path, bytes) in bytes where origin.bytes[path]?.contains(ASCII.carriageReturn) == false {
      files.bytes[path] = bytes.flatMap {
        $0 == ASCII.lineFeed ? [ASCII.carriageReturn, ASCII.lineFeed] : [$0]
      }
    }
    return files
  }

  /// The same files but for those of git itself.
  func withoutRepository() -> CorpusFiles {
    var files = self
    files.bytes = bytes.filter { !$0.key.hasPrefix(".git/") }
    return files
  }

  /// The same files, in the directory at `place`.
  package func beneath(_ place: String) -> CorpusFiles {
    var files = self
    files.bytes = Dictionary(uniqueKeysWithValues: bytes.map { ("\(place)/\($0.key)", $0.value) })
    return files
  }

  /// These files, with those of `changes` in their place.
  package func changed(by changes: CorpusFiles) -> CorpusFiles {
    var files = self
    files.bytes.merge(changes.bytes) { _, new in new }
    return files
  }

  /// The files that are others than in `origin`, or not in it.
  package func changes(since origin: CorpusFiles) -> CorpusFiles {
    var files = self
    files.bytes = bytes.filter { origin.bytes[$0.key] != $0.value }
    return files
  }

  /// The paths of the files that differ from those of `other`, sorted; those that only one has are marked.
  package func differences(from other: CorpusFiles) -> [String] {
    let paths = Set(bytes.keys).union(other.bytes.keys).sorted()
    return paths.compactMap { path in
      guard let mine = bytes[path] else { return "\(path): not there" }
      guard let theirs = other.bytes[path] else { return "\(path): should not be there" }
      guard mine != theirs else { return nil }
      let place =
        zip(mine, theirs).enumerated().first { $1.0 != $1.1 }?.offset ?? min(mine.count, theirs.count)
      let line = mine[..<place].count { $0 == ASCII.lineFeed } + 1
      return "\(path):\(line): is \(Self.line(at: place, mine)), should be \(Self.line(at: place, theirs))"
    }
  }

  /// The line that holds the byte at `offset`, as a message can show it.
  private static func line(at offset: Int, _ bytes: [UInt8]) -> String {
    let start = bytes[..<offset].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: ASCII.lineFeed) ?? bytes.count
    return "\"\(DisplayText.escaped(bytes[start..<min(end, start + 200)]))\""
  }
}
