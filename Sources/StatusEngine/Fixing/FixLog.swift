import StatusDiagnostics
import StatusText

/// Which findings a run of fixes has removed. A finding counts once, however many rounds it took, and only when it is
/// gone in the end.
struct FixLog {
  private var fixed: [FixedFinding] = []
  private var identities: Set<UInt64> = []
  /// How many findings had an identity when the first of them was fixed.
  private var countsBefore: [UInt64: Int] = [:]

  /// Notes the `accepted` of the findings of one round, whose files have these bytes.
  mutating func note(_ accepted: [Int], of findings: [Finding], bytes: (String) -> [UInt8]) {
    let earlier = identities
    var lines: (path: String, lines: FileLines)?
    for index in accepted {
      let finding = findings[index]
      let identity = finding.identity
      // It has come back, since another fix has changed what it is about: the same correction, made again.
      guard !earlier.contains(identity) else { continue }
      identities.insert(identity)
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
    let counts = Self.counts(of: findings, among: identities)
    for identity in identities where !earlier.contains(identity) {
      countsBefore[identity] = counts[identity]
    }
  }

  /// What is gone, now that `findings` are left, in the order of reports.
  func removed(leaving findings: [Finding]) -> [FixedFinding] {
    let counts = Self.counts(of: findings, among: identities)
    let removed = fixed.filter { fixed in
      let identity = fixed.finding.identity
      return counts[identity, default: 0] < countsBefore[identity, default: 1]
    }
    return CheckEngine.sorted(removed)
  }

  private static func counts(of findings: [Finding], among identities: Set<UInt64>) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for identity in findings.lazy.map(\.identity) where identities.contains(identity) {
      counts[identity, default: 0] += 1
    }
    return counts
  }
}
