import StatusDiagnostics
import StatusModel

/// A file, and what was found in it when it was parsed; severities are not set.
struct InspectedFile: Sendable {
  let file: TrackedFile
  let findings: [Finding]

  /// A file with what was found in it.
  init(file: TrackedFile, findings: [Finding]) {
    self.file = file
    self.findings = findings
  }

  /// A file that rules look at later.
  init(_ file: TrackedFile) { self.init(file: file, findings: []) }

  /// A file that rules look at later; nil for none.
  init?(_ file: TrackedFile?) {
    guard let file else { return nil }
    self.init(file)
  }
}
