import StatusText

/// Reads a patch in the form of the tool `apply_patch`, which Codex and opencode have: files that are added, updated,
/// moved and deleted, without line numbers.
struct PatchReader {
  private var edits: [FileEdit] = []
  private var path: String?
  private var newPath: String?
  private var hunks: [PatchHunk] = []
  private var added: [UInt8]?
  private var anchor: [UInt8]?
  private var old: [[UInt8]] = []
  private var new: [[UInt8]] = []

  /// The changes of files in `text`; what is not a part of a patch is passed over.
  static func edits(_ text: String) -> [FileEdit] {
    var reader = PatchReader()
    for line in Array(text.utf8).split(separator: ASCII.lineFeed, omittingEmptySubsequences: false) {
      reader.read(line.last == ASCII.carriageReturn ? line.dropLast() : line)
    }
    reader.endFile()
    return reader.edits
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    if let path = Self.value(of: "*** Update File: ", in: line) {
      endFile()
      self.path = path
    } else if let path = Self.value(of: "*** Add File: ", in: line) {
      endFile()
      self.path = path
      added = []
    } else if let path = Self.value(of: "*** Delete File: ", in: line) {
      endFile()
      edits.append(FileEdit(path: path, change: .deletion))
    } else if let newPath = Self.value(of: "*** Move to: ", in: line) {
      self.newPath = newPath
    } else if Self.value(of: "*** End Patch", in: line) != nil {
      endFile()
    } else if Self.value(of: "*** ", in: line) != nil {
      // The beginning of the patch, and the end of a file.
      endHunk()
    } else if path != nil {
      readBody(line)
    }
  }

  private mutating func readBody(_ line: ArraySlice<UInt8>) {
    let text = Array(line.dropFirst())
    if added != nil {
      if line.first == UInt8(ascii: "+") { added? += text + [ASCII.lineFeed] }
      return
    }
    switch line.first {
    case UInt8(ascii: "@"):
      endHunk()
      let header = line.drop { $0 == UInt8(ascii: "@") }.drop { ASCII.isBlank($0) }
      anchor = header.isEmpty ? nil : Array(header)
    case UInt8(ascii: "-"): old.append(text)
    case UInt8(ascii: "+"): new.append(text)
    default:
      old.append(text)
      new.append(text)
    }
  }

  private mutating func endHunk() {
    if !old.isEmpty || !new.isEmpty { hunks.append(PatchHunk(anchor: anchor, old: old, new: new)) }
    (anchor, old, new) = (nil, [], [])
  }

  private mutating func endFile() {
    endHunk()
    if let path {
      if let added {
        edits.append(FileEdit(path: path, change: .content(added)))
      } else if !hunks.isEmpty || newPath != nil {
        edits.append(FileEdit(path: path, change: .hunks(hunks), movedTo: newPath))
      }
    }
    (path, newPath, added, hunks) = (nil, nil, nil, [])
  }

  private static func value(of prefix: String, in line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: prefix.utf8) else { return nil }
    return String(decoding: line.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
