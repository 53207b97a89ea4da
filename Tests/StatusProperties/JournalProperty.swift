import StatusCommit

/// What holds for the journal in any bytes: there is none, or it is stored as exactly these bytes and stays in its
/// root.
enum JournalProperty {
  /// The first thing that does not hold for `bytes`, or for them with the hash that makes them complete; nil if all of
  /// it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    let end = Array("end \(ContentHash(bytes).digits)\n".utf8)
    return violation(reading: bytes) ?? violation(reading: bytes + end)
  }

  private static func violation(reading bytes: [UInt8]) -> String? {
    guard let journal = JournalReader.journal(bytes) else { return nil }
    if journal.encoded != bytes { return "the journal is not stored as the same bytes" }
    for path in journal.directories + journal.files.map(\.path) where leavesRoot(path) {
      return "\(path.debugDescription) is not below the root"
    }
    for file in journal.files where file.stage.utf8.contains(UInt8(ascii: "/")) || leavesRoot(file.stage) {
      return "the stage \(file.stage.debugDescription) is not a name"
    }
    return nil
  }

  /// Whether `path` may lead out of the directory that it is relative to.
  static func leavesRoot(_ path: String) -> Bool {
    path.utf8.contains(0)
      || path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).contains { part in
        part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8)
      }
  }
}
