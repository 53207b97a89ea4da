/// All the reasons why an update was not made, at least one.
package struct SyncErrors: Error, Sendable, Equatable {
  /// The reasons, in the order in which they were found, each once.
  package let errors: [SyncError]

  /// What a person should know besides.
  package let warnings: [SyncMessage]

  /// These reasons.
  package init(_ errors: [SyncError], warnings: [SyncMessage] = []) {
    self.warnings = warnings
    var seen: Set<SyncError> = []
    self.errors = errors.filter { seen.insert($0).inserted }
  }
}
