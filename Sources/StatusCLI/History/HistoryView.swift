/// What of a history is shown, and how.
struct HistoryView {
  /// The format of the output.
  var format = HistoryCommand.Format.usual
  /// Only what was not legal.
  var onlyIllegal = false
  /// The times in which places disagreed.
  var showsDrift = false
  /// Counts by month, and times by status.
  var showsSummary = false

  /// Whether the states along the first parents are compared, rather than what each commit did.
  var countsStates: Bool { showsDrift || showsSummary || format == .html }
}
