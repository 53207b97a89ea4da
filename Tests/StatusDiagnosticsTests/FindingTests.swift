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
    #expect(finding().fingerprint == "0da9450873dd60cb")
  }

  @Test func fingerprintIgnoresWhereTheTextStands() {
    #expect(finding(at: 3).fingerprint == finding(at: 300).fingerprint)
    var regraded = finding()
    regraded.severity = .info
    regraded.help = "help"
    #expect(regraded.fingerprint == finding().fingerprint)
  }

  @Test func fingerprintKnowsTaskPhaseAndText() {
    var others = [finding(evidence: "DONE"), finding(evidence: "")]
    others += [finding(), finding(), finding(), finding()]
    others[2].task = 13
    others[3].phase = nil
    others[4].rule = "nonstandard-marker"
    others[5].location = nil
    #expect(Set(others.map(\.fingerprint)).count == 6)
    #expect(!others.contains { $0.fingerprint == finding().fingerprint })
  }
}
