/// Parses a journal without trusting it: it refuses one that is truncated, changed or forged, and one
/// that is spelled in another way than ours, because two readers could then disagree about it.
package struct JournalReader {
  private let bytes: [UInt8]
  private var position = 0

  /// The journal in `bytes`; nil if they are not a complete one.
  package static func journal(_ bytes: [UInt8]) -> Journal? {
    var reader = JournalReader(bytes: bytes)
    return reader.journal()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func journal() -> Journal? {
    guard line() == Journal.firstLine, let transaction = value("transaction"),
      JournalName.isTransaction(transaction[...]), let command = value("command"), let time = value("time"),
      let machine = value("machine"), let root = words("root", count: 2), let device = UInt64(root[0]),
      let inode = UInt64(root[1]), let rename = value("rename"), rename == "exchange" || rename == "plain"
    else { return nil }
    var journal = Journal(
      transaction: transaction, command: command, time: time, machine: machine, device: device, inode: inode,
      exchanges: rename == "exchange", directories: [], files: [])
    while true {
      guard let line = line() else { return nil }
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      switch words.first {
      case "directory":
        guard let path = directory(words) else { return nil }
        journal.directories.append(path)
      case "replace", "make":
        guard let file = file(words), JournalName.transaction(ofStage: file.stage) == transaction else {
          return nil
        }
        journal.files.append(file)
      // This compares the hash too.
      case "end": return journal.encoded == bytes ? journal : nil
      default: return nil
      }
    }
  }

  private mutating func directory(_ words: [Substring]) -> String? {
    guard words.count == 2, let length = Int(words[1]) else { return nil }
    return path(length)
  }

  /// "replace" has nine words, "make" the first five of them.
  private mutating func file(_ words: [Substring]) -> Journal.File? {
    guard words.count == (words[0] == "make" ? 5 : 9), let length = Int(words[1]), let size = Int(words[3]),
      size >= 0, let hash = UInt64(words[4], radix: 16), let path = path(length)
    else { return nil }
    var file = Journal.File(
      path: path, stage: String(words[2]), former: nil, newSize: size, newHash: hash)
    guard words[0] == "replace" else { return file }
    guard let permissions = UInt32(words[5], radix: 8), permissions <= 0o7777, let owner = UInt32(words[6]),
      let group = UInt32(words[7]), let count = Int(words[8]), let content = content(count)
    else { return nil }
    file.former = Journal.Former(bytes: content, permissions: permissions, owner: owner, group: group)
    return file
  }

  private mutating func path(_ length: Int) -> String? {
    guard length > 0, let bytes = content(length), let path = String(validating: bytes, as: UTF8.self),
      JournalPath.isValid(path)
    else { return nil }
    return path
  }

  /// The next `length` bytes and the line ending after them.
  private mutating func content(_ length: Int) -> [UInt8]? {
    guard length >= 0, length < bytes.count - position else { return nil }
    let end = position + length
    guard bytes[end] == UInt8(ascii: "\n") else { return nil }
    defer { position = end + 1 }
    return Array(bytes[position..<end])
  }

  private mutating func line() -> String? {
    // No line of a journal is longer: a file of something else is given up early.
    let rest = bytes[position...].prefix(8192)
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { position = end + 1 }
    return String(validating: bytes[position..<end], as: UTF8.self)
  }

  /// What follows `name` on the next line.
  private mutating func value(_ name: String) -> String? {
    guard let line = line(), line.utf8.starts(with: "\(name) ".utf8) else { return nil }
    return String(Substring(line.utf8.dropFirst(name.utf8.count + 1)))
  }

  private mutating func words(_ name: String, count: Int) -> [Substring]? {
    guard let words = value(name)?.split(separator: " ", omittingEmptySubsequences: false),
      words.count == count
    else { return nil }
    return words
  }
}
