import StatusDiagnostics
import StatusModel

extension TrackedFile {
  /// How the file came through reading and parsing, as reports show it.
  package var outcome: CheckedFile.Outcome {
    fault.map { .failed($0) } ?? .parsed
  }
}
