/// All the reasons why an update was refused, at least one.
package struct SyncErrors: Error, Sendable, Equatable {
  /// The reasons, in the order in which they were found, each once.
  package let errors: [SyncError]

  /// Warnings for the user.
  package let warnings: [SyncMessage]

  /// An error with these reasons, without duplicates.
  package init(_ errors: [SyncError], warnings: [SyncMessage] = []) {
    self.warnings = warnings
    var seen: Set<SyncError> = []
    self.errors = errors.filter { seen.insert($0).inserted }
  }
}
