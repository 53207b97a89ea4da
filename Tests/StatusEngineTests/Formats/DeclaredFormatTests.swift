import StatusClaims
import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusFormats

/// Formats as data, on files that nobody wrote for them.
@Suite struct DeclaredFormatTests {
  private static func lines(_ texts: String...) throws -> [TextPattern] {
    try texts.map { try TextPattern($0) }
  }
  private static func files(_ texts: String...) throws -> [PlacePattern] {
    try texts.map { try PlacePattern($0) }
  }

  /// A format with every kind of place and fact.
  private static func ledger() throws -> DeclaredFormat {
    let words: [Vocabulary.Word] = [
      .init("todo", .open), .init("doing", .active), .init("[~]", .active), .init("done", .done),
    ]
    let parts = FormatParts(
      rootMarks: try files("LEDGER.md"),
      kinds: [
        SubjectKind("phase", ids: try lines("{number}")),
        SubjectKind("item", ids: try lines("L-{numbers}"), parent: "phase"),
      ],
      statuses: StatusWords(words, spellings: ["finished": "done"], synonyms: ["wip": "doing"]),
      claims: [
        ClaimSource(.table(id: "Item", column: "State"), in: try files("*.md"), of: "item", .status),
        ClaimSource(
          .heading(try lines("Phase {id}: {title} [{status}]", "Phase {id}: {text}")), in: try files("*.md"),
          of: "phase", .status),
        ClaimSource(.checkbox(try lines("{id} {text}")), in: try files("*.md"), of: "item", .status),
        ClaimSource(.checkbox([]), in: try files("*.md"), of: "phase", .work),
        ClaimSource(
          .field(["Done"]), in: try files("*.md"), of: "phase", .count,
          values: try lines("{done} of {total}"), other: "item"),
        ClaimSource(.field(["Needs"]), in: try files("*.md"), of: "item", .depends),
        ClaimSource(.yaml(try DataPath("items.{id}.state")), in: try files("board.yml"), of: "item", .status),
        ClaimSource(
          .json(try DataPath("items.*.state", idKey: "id")), in: try files("board.json"), of: "item", .status,
          isCopy: true),
        ClaimSource(.json(try DataPath("now")), in: try files("board.json"), of: "item", .pointer),
        ClaimSource(.file, in: try files("done/{id}.md"), of: "item", .exists),
      ],
      relations: Set(DeclaredFormat.allRelations))
    return DeclaredFormat(name: "ledger", title: "Ledger", parts: parts)
  }

  private static let texts = [
    "LEDGER.md": """
    # Ledger

    Done: 1 of 3

    | Item | State |
    |---|---|
    | L-1 | done |
    | L-2 | finished |

    ## Phase 1: Dig [done]

    Done: 2 of 2

    - [x] L-1 Tap
    - [ ] L-2 Door
      - Needs: L-1, L-3
      - [~] L-3 Roof
    """,
    "board.yml": "items:\n  L-1: {state: todo}\n  L-2:\n    state: 'wip' # late\n",
    "board.json": "{\"now\": \"L-1\", \"items\": [{\"id\": \"L-1\", \"state\": \"doing\"}, {\"id\": 2}]}",
  ]

  private static func tree(_ format: DeclaredFormat, _ texts: [String: [UInt8]]) -> PlanTree {
    let names = texts.keys.sorted().map { PlanEntry(name: $0, isDirectory: false) }
    var files: [String: PlanFile] = [:]
    for (path, bytes) in texts {
      guard let reading = format.reading(of: path, isAsked: { _ in true }) else { continue }
      files[path] = PlanFile(SourceText(path: path, bytes: bytes), reading)
    }
    return PlanTree(root: "", now: 1_780_000_000, names: ["": names], files: files) { _ in true }
  }

  private static func findings(_ format: DeclaredFormat, _ texts: [String: [UInt8]]) -> [Finding] {
    var findings = ClaimFindings()
    format.check(tree(format, texts), into: &findings)
    return findings.findings
  }

  @Test("each contradiction is one finding")
  func contradictions() throws {
    let found = Self.findings(try Self.ledger(), Self.texts.mapValues { Array($0.utf8) })
    #expect(
      found.map { "\($0.rule) \($0.evidence)" }.sorted() == [
        "count-mismatch items", "count-mismatch phase 1", "missing-artifact item L-1",
        "missing-artifact item L-2",
        "nonstandard-marker item L-2", "rollup-mismatch phase 1", "stale-pointer current item",
        "status-mismatch item L-1", "status-mismatch item L-2", "unchecked-work phase 1",
        "unknown-marker item L-2",
        "unmet-dependency item L-2",
      ])
  }

  @Test("any bytes may come, and no safe fix leaves its finding")
  func hostile() throws {
    let format = try Self.ledger()
    var random = SplitMix64(seed: 7)
    let parts = Self.texts.values.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")).map(Array.init) }
    for _ in 0..<400 {
      var texts = Self.texts.mapValues { Array($0.utf8) }
      for (path, bytes) in texts {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0...changed.count, using: &random)
          let end = min(changed.count, place + Int.random(in: 0...8, using: &random))
          let part =
            Bool.random(using: &random)
            ? [UInt8.random(in: 0...255, using: &random)] : parts.randomElement(using: &random) ?? []
          changed.replaceSubrange(place..<end, with: part)
        }
        texts[path] = changed
      }
      for finding in Self.findings(format, texts) {
        guard let fix = finding.fix, fix.applicability == .safe else { continue }
        var fixed = texts
        for file in fix.files {
          var bytes = fixed[file.path] ?? []
          for edit in file.edits.reversed() {
            bytes.replaceSubrange(edit.range.indices, with: edit.replacement)
          }
          fixed[file.path] = bytes
        }
        let remain = Self.findings(format, fixed).contains {
          $0.rule == finding.rule && $0.message == finding.message && $0.location == finding.location
        }
        #expect(!remain, "\(finding.rule): \(finding.message)")
      }
    }
  }
}
