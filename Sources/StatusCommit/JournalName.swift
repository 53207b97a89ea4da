/// The names that a commit uses in the specs root and beside its targets.
package enum JournalName {
  /// The journal of a commit that is under way, or was interrupted: what its targets were is the truth.
  package static let armed = ".statuslint.journal"
  /// The journal while it is written: nothing has changed yet.
  package static let new = ".statuslint.journal.new"
  /// The journal once every target has its new bytes.
  package static let done = ".statuslint.journal.done"
  /// What `recover --discard` makes of a journal: nobody reads it, but no byte is lost.
  package static let discarded = ".statuslint.journal.discarded"
  /// The file that is locked where a file system cannot lock directories.
  package static let lock = ".statuslint.lock"

  private static let stagePrefix = ".statuslint-"
  private static let transactionLength = 16

  /// The name of a target's stage. Short, since a target's own name may be as long as names can be.
  static func stage(_ transaction: String, _ index: Int) -> String {
    "\(stagePrefix)\(transaction)-\(index)"
  }

  /// Under which an undoing writes the old bytes of a target anew: a name of its own, so that what a power cut has left
  /// of it is never taken for what stands under the stage's name.
  static func rewriting(ofStage stage: String) -> String {
    // A number with a zero in front is no other stage's.
    let start = stage.utf8.index(stage.startIndex, offsetBy: stagePrefix.utf8.count + transactionLength + 1)
    return stage[..<start] + "0" + stage[start...]
  }

  /// Under which an old file is kept that someone wrote to after it had been replaced.
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

  /// Whether `text` is the name of a transaction: sixteen hexadecimal digits in lower case.
  static func isTransaction(_ text: Substring) -> Bool {
    text.utf8.count == transactionLength
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
