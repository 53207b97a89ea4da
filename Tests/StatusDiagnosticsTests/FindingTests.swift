import StatusDiagnostics
import StatusText
import Testing

@Suite struct FindingTests {
  private func finding(at offset: Int = 3, evidence: String = "DOEN") -> Finding {
    Finding(
      rule: "unknown-marker", subject: .phase, message: "unknown status",
      at: Location(path: "specs/TODO.md", range: ByteRange(offset, offset + 4)), task: 12, phase: "6A",
      evidence: evidence)
  }

  /// The value was computed by another implementation of 64-bit FNV-1a.
  @Test func fingerprintIsFinal() {
    #expect(finding().fingerprint == "df5db2e8e2b544cb")
  }

  @Test func fingerprintIgnoresWhereTheTextStands() {
    #expect(finding(at: 3).fingerprint == finding(at: 300).fingerprint)
    var regraded = finding()
    regraded.severity = .info
    regraded.help = "help"
    #expect(regraded.fingerprint == finding().fingerprint)
  }

  @Test func fingerprintIgnoresTheFileOfATaskAndBlanks() {
    var moved = finding(evidence: " DO\r\n\tEN ")
    moved.location?.path = "specs/12_other/plans/v2.md"
    #expect(moved.fingerprint == finding().fingerprint)
    moved.task = nil
    var other = finding()
    other.task = nil
    #expect(moved.fingerprint != other.fingerprint)
  }

  @Test func fingerprintKnowsTaskPhaseAndText() {
    var others = [finding(evidence: "DONE"), finding(evidence: "")]
    others += [finding(), finding(), finding(), finding()]
    others[2].task = 13
    others[3].phase = nil
    others[4].rule = "nonstandard-marker"
    others[5].occurrence = 1
    #expect(Set(others.map(\.fingerprint)).count == 6)
    #expect(!others.contains { $0.fingerprint == finding().fingerprint })
    #expect(others[5].identity == finding().identity)
  }
}
