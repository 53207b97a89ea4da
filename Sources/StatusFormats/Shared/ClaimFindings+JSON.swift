import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

extension ClaimFindings {
  /// Reports what cannot be read in a JSON file, what is in it twice, and a byte order mark.
  mutating func reportJSONFaults(of file: PlanFile, _ severity: Severity = .error) {
    guard case .json(let tree) = file.content else { return }
    let path = file.source.path
    if let error = tree.error {
      report(
        "invalid-json", severity, path, "the file is not JSON: \(error.message)",
        at: file.location(error.range))
    }
    for key in tree.duplicateKeys {
      report(
        "duplicate-json-key", severity, path,
        "the key \(file.source.text(key.range)) occurs twice in one object",
        at: file.location(key.range), claims: [Claim(file.location(key.first), "the first one is here")])
    }
    if tree.hasByteOrderMark {
      let mark = ByteRange(0, 3)
      report(
        "byte-order-mark", min(severity, .warning), path, "the file begins with a byte order mark",
        at: file.location(mark),
        // A file that cannot be read is not written.
        fix: tree.error == nil ? Fix(.safe, "remove it", at: file.location(mark), with: "") : nil)
    }
  }
}
