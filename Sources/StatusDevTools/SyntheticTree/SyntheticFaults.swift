import StatusText

/// Faults for a synthetic tree, spread over its files: statuses that are written in small letters, each of them one
/// finding with a safe fix. The same tree and number give the same faults.
package struct SyntheticFaults: Sendable {
  /// About how many: three in five in plans, one in a file, the rest in the two files that tell of all tasks.
  package let count: Int

  /// About `count` faults.
  package init(count: Int) { self.count = count }

  /// `file`, which tells of all tasks of `tree`, with its part of the faults.
  func spoiled(_ file: SyntheticFile, of tree: SyntheticTree) -> SyntheticFile {
    let step = max(1, tree.tasks.count * 5 / max(1, count))
    switch file.path {
    case "specs/TODO.md": return spoiled(file, every: step, behind: "\n- **Status**: [")
    case "specs/state.json": return spoiled(file, every: step, behind: "\n      \"status\": \"")
    default: return file
    }
  }

  /// `file` of a task at hand, the one of that index, with its part of the faults.
  func spoiled(_ file: SyntheticFile, ofTask index: Int, of tree: SyntheticTree) -> SyntheticFile {
    let step = max(1, tree.tasks.count * 5 / max(1, count * 3))
    guard index.isMultiple(of: step), file.path.contains("/plans/") else { return file }
    return spoiled(file, every: .max, behind: "\n### Phase 1: ", upTo: "[")
  }

  /// `file` with the word behind each `step`th `start`, and behind the next `mark` after it, in the other case; the
  /// first among them.
  private func spoiled(
    _ file: SyntheticFile, every step: Int, behind start: String, upTo mark: Character? = nil
  ) -> SyntheticFile {
    guard count > 0 else { return file }
    let start = Array(start.utf8)
    var bytes = file.bytes
    var found = 0
    var offset = 0
    while offset + start.count < bytes.count {
      guard bytes[offset] == start[0], bytes[offset...].starts(with: start) else {
        offset += 1
        continue
      }
      offset += start.count
      defer { found += 1 }
      guard found.isMultiple(of: step) else { continue }
      if let mark = mark?.asciiValue { while offset < bytes.count, bytes[offset] != mark { offset += 1 } }
      if mark != nil { offset += 1 }
      while offset < bytes.count, Self.isInWord(bytes[offset]) {
        if ASCII.isLetter(bytes[offset]) { bytes[offset] ^= 0x20 }
        offset += 1
      }
    }
    return SyntheticFile(path: file.path, bytes: bytes)
  }

  /// Statuses are letters, with blanks or underscores between them.
  private static func isInWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte == ASCII.space || byte == UInt8(ascii: "_")
  }
}
