extension Journal {
  /// The first line of every journal; it changes with the version.
  static let firstLine = "statuslint journal 2"

  /// The journal as it is stored on disk: readable text, each path and the complete bytes of each file, and a
  /// hash of everything at the end.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.reduce(1024) { $0 + ($1.former?.bytes.count ?? 0) + 256 })
    func line(_ words: String...) {
      bytes += words.joined(separator: " ").utf8
      bytes.append(Self.newline)
    }
    line(Self.firstLine)
    line("transaction", transaction)
    line("command", Self.oneLine(command))
    line("time", Self.oneLine(time))
    line("machine", Self.oneLine(machine))
    line("root", "\(device)", "\(inode)")
    line("rename", exchanges ? "exchange" : "plain")
    for directory in directories {
      line("directory", "\(directory.utf8.count)")
      line(directory)
    }
    for file in files {
      let size = "\(file.newSize)"
      let hash = String(file.newHash, radix: 16)
      if let former = file.former {
        let mode = String(former.permissions, radix: 8)
        line(
          "replace", "\(file.path.utf8.count)", file.stage, size, hash, mode, "\(former.owner)",
          "\(former.group)", "\(former.bytes.count)")
        line(file.path)
        bytes += former.bytes
        bytes.append(Self.newline)
      } else {
        line("make", "\(file.path.utf8.count)", file.stage, size, hash)
        line(file.path)
      }
    }
    line("end", ContentHash(bytes).digits)
    return bytes
  }

  private static let newline = UInt8(ascii: "\n")

  /// `text` without line ends, and short enough for `JournalReader`: one character may have any number of scalars.
  private static func oneLine(_ text: String) -> String {
    text.unicodeScalars.prefix(1000).reduce(into: "") { line, scalar in
      line.unicodeScalars.append(Character(scalar).isNewline ? " " : scalar)
    }
  }
}
