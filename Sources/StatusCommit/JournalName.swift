import StatusText

/// The names that a commit uses in the specs root and next to its targets.
package enum JournalName {
  /// The journal of a commit that is in progress or was interrupted. The old content of the targets is the
  /// truth.
  package static let armed = ".statuslint.journal"
  /// The journal while it is written. Nothing has changed yet.
  package static let new = ".statuslint.journal.new"
  /// The journal after every target has its new bytes.
  package static let done = ".statuslint.journal.done"
  /// The name that `recover --discard` gives to a journal. It is not used again, but no byte is lost.
  package static let discarded = ".statuslint.journal.discarded"
  /// The file that is locked if a file system cannot lock directories.
  package static let lock = ".statuslint.lock"

  private static let stagePrefix = ".statuslint-"
  private static let transactionLength = 16

  /// The name of the stage of a target. Short, because the name of the target may already have the maximum
  /// length.
  static func stage(_ transaction: String, _ index: Int) -> String {
    "\(stagePrefix)\(transaction)-\(index)"
  }

  /// The name under which undo writes the old bytes of a target. It differs from the stage, so that the
  /// remains of an interrupted write are never mistaken for the stage.
  static func rewriting(ofStage stage: String) -> String {
    // No stage has a number with a leading zero.
    let start = stage.utf8.index(stage.startIndex, offsetBy: stagePrefix.utf8.count + transactionLength + 1)
    return stage[..<start] + "0" + stage[start...]
  }

  /// The name for an old file that another program wrote to after it was replaced.
  static func lateEdit(_ transaction: String, _ index: Int) -> String {
    "statuslint-late-edit-\(transaction)-\(index)"
  }

  /// The transaction of the stage with this name; nil for any other file.
  static func transaction(ofStage name: String) -> String? {
    guard name.hasPrefix(stagePrefix) else { return nil }
    let rest = name.utf8.dropFirst(stagePrefix.utf8.count)
    let transaction = rest.prefix(transactionLength)
    let index = rest.dropFirst(transactionLength + 1)
    guard isTransaction(Substring(transaction)), rest.dropFirst(transactionLength).first == UInt8(ascii: "-"),
      !index.isEmpty, index.count < 10, index.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(Substring(transaction))
  }

  /// A random name for a transaction.
  static func newTransaction() -> String {
    UInt64.random(in: .min ... .max).zeroPadded(to: transactionLength, radix: 16)
  }

  /// Whether `text` is the name of a transaction: sixteen hexadecimal digits in lower case.
  static func isTransaction(_ text: Substring) -> Bool {
    text.utf8.count == transactionLength
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
