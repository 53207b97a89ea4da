import StatusDiagnostics
import StatusText

/// Which findings a run of fixes has removed. A finding counts once, however many rounds it took, and only when it is
/// gone in the end.
struct FixLog {
  private var fixed: [FixedFinding] = []
  private var fingerprints: Set<String> = []
  /// How many findings had a fingerprint when the first of them was fixed.
  private var countsBefore: [String: Int] = [:]

  /// Notes the `accepted` of the findings of one round, whose files have these bytes.
  mutating func note(_ accepted: [Int], of findings: [Finding], bytes: (String) -> [UInt8]) {
    let earlier = fingerprints
    var lines: (path: String, lines: FileLines)?
    for index in accepted {
      let finding = findings[index]
      let fingerprint = finding.fingerprint
      // It has come back, since another fix has changed what it is about: the same correction, made again.
      guard !earlier.contains(fingerprint) else { continue }
      fingerprints.insert(fingerprint)
      let start = finding.location.map { location in
        if lines?.path != location.path {
          lines = (
            location.path, FileLines(SourceText(path: location.path, bytes: bytes(location.path)))
          )
        }
        return lines?.lines.position(at: location.range.lower) ?? TextPosition(line: 1, column: 1)
      }
      fixed.append(FixedFinding(finding, start: start))
    }
    let counts = Self.counts(of: findings, among: fingerprints)
    for fingerprint in fingerprints where !earlier.contains(fingerprint) {
      countsBefore[fingerprint] = counts[fingerprint]
    }
  }

  /// What is gone, now that `findings` are left, in the order of reports.
  func removed(leaving findings: [Finding]) -> [FixedFinding] {
    let counts = Self.counts(of: findings, among: fingerprints)
    let removed = fixed.filter { fixed in
      let fingerprint = fixed.finding.fingerprint
      return counts[fingerprint, default: 0] < countsBefore[fingerprint, default: 1]
    }
    return CheckEngine.sorted(removed)
  }

  private static func counts(of findings: [Finding], among fingerprints: Set<String>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for fingerprint in findings.lazy.map(\.fingerprint) where fingerprints.contains(fingerprint) {
      counts[fingerprint, default: 0] += 1
    }
    return counts
  }
}
