import StatusText

/// Which columns of a table name tasks and their statuses.
struct TaskOrderColumns {
  /// The column that is called after tasks.
  private(set) var task: Int?
  /// The column that is called `#`, ID or the like.
  private(set) var number: Int?
  /// The column of the statuses; nil if no heading says so.
  private(set) var status: Int?

  /// The columns with those headings; nil if none of them names tasks.
  init?(_ headings: [String]) {
    for (index, heading) in headings.enumerated() {
      let word = String(
        decoding: heading.utf8.filter { ASCII.isLetter($0) || $0 == UInt8(ascii: "#") }
          .map { ASCII.lowercased($0) }, as: UTF8.self)
      if word.contains(text: "task"), task == nil { task = index }
      if ["#", "id", "no", "nr", "number"].contains(word), number == nil { number = index }
      if ["status", "state", "marker"].contains(word), status == nil { status = index }
    }
    if task == nil && number == nil { return nil }
  }
}
