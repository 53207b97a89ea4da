import StatusDiagnostics
import StatusEngine
import StatusFormats
import StatusModel
import StatusRules
import StatusTestSupport
import StatusTestTrees
import StatusText
import Testing

/// What holds for the safe fixes of any tree, on the cases of all formats with random edits: they come to an end, bring no
/// finding, and leave every other byte.
@Suite struct RandomEditTests {
  @Test("safe fixes of damaged trees", arguments: PlanFormats.all.map(\.name))
  func damaged(format: String) throws {
    var random = SplitMix64(seed: 7)
    for (name, files) in try Self.cases(of: format).sorted(by: { $0.key < $1.key }) {
      for round in 0..<4 {
        var tree = MemoryTree(files: files, now: .seconds(1_780_000_000))
        tree.selection = try RuleSelection([RuleChoice(select: ["all"])])
        for _ in 0..<round * 2 { Self.damage(&tree, &random) }
        let violation = try Self.violation(tree)
        #expect(violation == nil, "\(name), round \(round): \(violation ?? "")")
      }
    }
  }

  /// The files of the cases of a format, by their names.
  private static func cases(of format: String) throws -> [String: [String: [UInt8]]] {
    var cases: [String: [String: [UInt8]]] = [:]
    for (path, bytes) in try MemoryTree.files(below: "\(Project.directory)/Corpus/formats/\(format)") {
      let parts = path.split(separator: "/", maxSplits: 3).map(String.init)
      guard parts.count == 4, parts[2] == "before" else { continue }
      cases["\(parts[0])/\(parts[1])", default: [:]][parts[3]] = bytes
    }
    return cases
  }

  // MARK: Damage

  private static let snippets = [
    "[x]", "[ ]", "[?]", "|", "\n", "\r\n", "✅", "Phase 3", "- [ ] ", "```\n", "<!--", "-->", "0/9", "100%",
    "**", "<details>",
    "</details>", "---\n", ": ", "\"", "2026-02-30", "v1.0", "Complete", "\u{0}", "999", "# ",
    "| 2. x | 1/1 | Complete | - |\n",
  ]

  /// Makes one edit of one file: it takes bytes away, puts a snippet in, or repeats a line.
  private static func damage(_ tree: inout MemoryTree, _ random: inout SplitMix64) {
    let paths = tree.files.keys.sorted()
    let path = paths[Int.random(in: 0..<paths.count, using: &random)]
    var bytes = tree.files[path] ?? []
    let start = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeSubrange(start..<min(bytes.count, start + Int.random(in: 0..<20, using: &random)))
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
    case 2:
      let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
      bytes.insert(contentsOf: Array(line), at: start)
    default:
      let snippet = snippets[Int.random(in: 0..<snippets.count, using: &random)]
      bytes.insert(contentsOf: Array(snippet.utf8), at: start)
    }
    tree.files[path] = bytes
  }

  // MARK: What holds

  /// The first thing that does not hold for `tree`; nil if all of it holds.
  private static func violation(_ tree: MemoryTree) throws -> String? {
    for other in tree.otherFormats() {
      for finding in other.findings {
        guard let fix = finding.fix, fix.applicability == .safe else { continue }
        guard let changed = tree.applying(fix) else {
          return "the edits of \(finding.rule) overlap: \(finding.message)"
        }
        if changed.files == tree.files {
          return "the fix of \(finding.rule) changes nothing: \(finding.message)"
        }
        for (path, bytes) in changed.files where bytes != tree.files[path] {
          guard let edits = fix.files.first(where: { $0.path == path }),
            keeps(tree.files[path] ?? [], bytes, edits.edits)
          else { return "the fix of \(finding.rule) changes other bytes of \(path)" }
        }
      }
      let outcome = try other.fixed(allowsUnsafe: false, onlyPath: nil) { _, _, _ in true }
      var fixed = tree
      for file in outcome.files { fixed.files[file.path] = file.bytes }
      guard
        let again = fixed.otherFormats().first(where: {
          $0.snapshot.tree.root == other.snapshot.tree.root
            && $0.snapshot.format.name == other.snapshot.format.name
        })
      else { return "the root is gone" }
      if !outcome.files.isEmpty, again.findings.count >= other.findings.count {
        return "\(other.findings.map(\.message)) become \(again.findings.map(\.message))"
      }
      if let left = again.findings.first(where: { $0.fix?.applicability == .safe }) {
        return "a second fix is left: \(left.message)"
      }
    }
    return nil
  }

  /// Whether the bytes around and between the edits are the same.
  private static func keeps(_ old: [UInt8], _ new: [UInt8], _ edits: [TextEdit]) -> Bool {
    var place = 0
    var position = 0
    for edit in edits {
      let kept = old[place..<edit.range.lower]
      guard position + kept.count <= new.count, new[position..<position + kept.count].elementsEqual(kept)
      else { return false }
      position += kept.count + edit.replacement.count
      place = edit.range.upper
    }
    return position <= new.count && new[position...].elementsEqual(old[place...])
  }
}
