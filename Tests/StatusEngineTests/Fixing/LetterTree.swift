import StatusDiagnostics
import StatusEngine
import StatusText

/// A tree of short texts, in which rules made for a test find single letters.
struct LetterTree: FixableTree {
  /// A rule: wherever its letter stands, the fix puts something in its place.
  struct Letter {
    let letter: Character
    let replacement: String
    var applicability = Fix.Applicability.safe
  }

  private(set) var texts: [String: String]
  let rules: [Letter]

  var findings: [Finding] {
    var findings: [Finding] = []
    for (path, text) in texts {
      for (offset, letter) in text.enumerated() {
        for rule in rules where rule.letter == letter {
          findings.append(
            SampleFinding.finding(
              "no-\(letter)", [path: [SampleFinding.edit(offset..<offset + 1, rule.replacement)]],
              rule.applicability, evidence: "\(letter)"))
        }
      }
    }
    return CheckEngine.sorted(findings)
  }

  func bytes(at path: String) -> [UInt8]? { texts[path].map { Array($0.utf8) } }

  /// A question mark makes a text unreadable.
  func isReadable(_ path: String) -> Bool { texts[path]?.contains("?") == false }

  func updating(_ bytes: [String: [UInt8]]) -> LetterTree {
    var revised = self
    for (path, bytes) in bytes { revised.texts[path] = String(decoding: bytes, as: UTF8.self) }
    return revised
  }
}
