import StatusDiagnostics
import StatusModel

extension TrackedFile {
  /// How the file came through reading and parsing, as reports show it.
  var outcome: CheckedFile.Outcome {
    if let failure { return .failed("cannot be read: \(failure)") }
    if syntax.invalidEncoding != nil { return .failed("is not UTF-8") }
    if !syntax.conflictMarkers.isEmpty { return .failed("contains an unresolved merge conflict") }
    if let error = syntax.jsonError { return .failed("is not JSON: \(error.message)") }
    return .parsed
  }
}
