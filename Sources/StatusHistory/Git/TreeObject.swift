import StatusFileSystem
import StatusText

/// A directory as git stores it.
struct TreeObject: Sendable {
  /// A name in it.
  struct Entry: Sendable {
    let kind: FileKind
    let id: ObjectID
  }

  /// What is in it, by name.
  let entries: [String: Entry]

  /// The directory with these bytes, in a repository whose object names have `idLength` bytes; nil if they are damaged.
  init?(_ bytes: [UInt8], idLength: Int) {
    var entries: [String: Entry] = [:]
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: ASCII.space), let end = rest[space...].firstIndex(of: 0),
        let mode = UInt32(String(decoding: rest[..<space], as: UTF8.self), radix: 8),
        end + idLength < rest.endIndex
      else { return nil }
      let name = Array(rest[(space + 1)..<end]).withUnsafeBufferPointer(FileName.decode)
      let id = ObjectID(bytes: rest[(end + 1)...(end + idLength)])
      entries[name] = Entry(kind: Self.kind(mode), id: id)
      rest = rest[(end + idLength + 1)...]
    }
    self.entries = entries
  }

  private static func kind(_ mode: UInt32) -> FileKind {
    // A submodule has a mode of its own, and its files are not here.
    mode & 0o170000 == 0o160000 ? .unknown : FileKind(mode: mode)
  }
}
