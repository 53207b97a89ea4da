import StatusText

/// What is known of the versions of a file before, so that the next one need not be read whole.
protocol KnownParts: Sendable {
  /// The file that `source` is, whose parts are known then. It says the same as if it had been read whole.
  mutating func file(_ source: SourceText) -> HistoricFile
}
