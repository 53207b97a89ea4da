import Glibc

extension SimulatedTree {
  private static let journalPrefix = ".statuslint.journal"
  private static let stagePrefixes = [".statuslint-", "statuslint-late-edit-"]
  private static let digits = 16
  /// "statuslint journal 2\ntransaction ".
  private static let transactionOffset = 33

  /// The same with the first letters of the alphabet for the names of transactions, which are others in every run and
  /// mean nothing: two trees that are recovered in the same way are equal.
  var withoutTransactions: SimulatedTree {
    var names: [[UInt8]: UInt8] = [:]
    func letter(_ transaction: [UInt8]) -> UInt8 {
      let new = UInt8(ascii: "A") + UInt8(names.count)
      return names[transaction]
        ?? {
          names[transaction] = new; return new
        }()
    }
    var tree = self
    for (path, var entry) in entries.sorted(by: { $0.key < $1.key }) {
      guard let name = path.split(separator: "/").last,
        name.hasPrefix(".statuslint") || name.hasPrefix("statuslint")
      else { continue }
      if name.hasPrefix(Self.journalPrefix) {
        Self.replaceTransaction(in: &entry.bytes, letter)
        tree.entries[path] = entry
      } else if let prefix = Self.stagePrefixes.first(where: name.hasPrefix) {
        let transaction = Array(name.utf8.dropFirst(prefix.utf8.count).prefix(Self.digits))
        let shown =
          prefix + String(UnicodeScalar(letter(transaction))) + name.dropFirst(prefix.count + Self.digits)
        tree.entries[path] = nil
        tree.entries[path.dropLast(name.count) + shown] = entry
      }
    }
    return tree
  }

  private static func replaceTransaction(in journal: inout [UInt8], _ letter: ([UInt8]) -> UInt8) {
    guard journal.count >= transactionOffset + digits else { return }
    let transaction = Array(journal[transactionOffset..<transactionOffset + digits])
    let isHexadecimal = transaction.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isHexadecimal else { return }
    // The hash in the last line of a whole journal is another one, too.
    let lastLine = journal.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if journal[lastLine...].starts(with: Array("end ".utf8)) { journal.removeSubrange(lastLine...) }
    let new = [UInt8](repeating: letter(transaction), count: digits)
    // By the C library, since this is done for every disk.
    journal.withUnsafeMutableBytes { bytes in
      guard var rest = bytes.baseAddress else { return }
      let end = rest + bytes.count
      while let found = memchr(rest, Int32(transaction[0]), end - rest), end - found >= digits {
        if memcmp(found, transaction, digits) == 0 { memcpy(found, new, digits) }
        rest = found + 1
      }
    }
  }
}
