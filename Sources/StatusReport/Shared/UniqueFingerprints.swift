import StatusDiagnostics
import StatusText

/// Fingerprints for readers that keep only one of several equal ones: GitLab would show the same fault twice in a file
/// only once.
struct UniqueFingerprints {
  private var counts: [String: Int] = [:]

  /// The finding's fingerprint; for the second and further findings with the same, another one that depends on how many
  /// were before.
  mutating func next(of finding: Finding) -> String {
    let fingerprint = finding.fingerprint
    let count = counts[fingerprint, default: 0]
    counts[fingerprint] = count + 1
    return count > 0 ? Self.derived("\(fingerprint) \(count)") : fingerprint
  }

  /// Another fingerprint than that of the finding that is in the baseline, for the remark that it is gone.
  static func remark(on entry: Baseline.Entry) -> String { derived("\(entry.fingerprint) stale") }

  private static func derived(_ text: String) -> String {
    var hash = FNV1a()
    hash.add(text)
    return hash.digits
  }
}
