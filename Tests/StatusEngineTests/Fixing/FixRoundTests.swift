import StatusDiagnostics
import StatusEngine
import StatusTestSupport
import StatusText
import Testing

struct FixRoundTests {
  private static func edit(_ range: Range<Int>, _ text: String = "") -> TextEdit {
    SampleFinding.edit(range, text)
  }

  private static func round(_ edits: [KeyValuePairs<String, [TextEdit]>]) -> FixRound {
    FixRound(edits.map { SampleFinding.finding("rule", $0) }) { _, _ in true }
  }

  @Test func fixesApartAreTakenTogether() {
    let round = Self.round([
      ["a": [Self.edit(0..<3, "x")]], ["a": [Self.edit(3..<5, "y")]], ["b": [Self.edit(0..<3, "z")]],
    ])
    #expect(round.accepted == [0, 1, 2])
    #expect(round.deferred == [])
    #expect(round.edits["a"] == EditSet([Self.edit(0..<3, "x"), Self.edit(3..<5, "y")]))
    #expect(round.edits["b"] == EditSet([Self.edit(0..<3, "z")]))
  }

  @Test(
    "overlaps wait",
    arguments: [
      (0..<4, 2..<6), (2..<6, 0..<4), (0..<9, 3..<4), (3..<4, 0..<9), (1..<5, 1..<5),
      // Insertions, at one place and at the ends of what changes.
      (3..<3, 3..<3), (3..<3, 0..<3), (3..<3, 3..<6), (0..<3, 3..<3), (3..<6, 3..<3), (0..<6, 3..<3),
    ])
  func overlap(first: Range<Int>, second: Range<Int>) {
    let round = Self.round([["a": [Self.edit(first, "x")]], ["a": [Self.edit(second, "y")]]])
    #expect(round.accepted == [0])
    #expect(round.deferred == [1])
    #expect(round.edits == ["a": EditSet([Self.edit(first, "x")])!])
  }

  @Test func aFixIsTakenWholeOrNotAtAll() {
    let round = Self.round([
      ["a": [Self.edit(0..<3, "x")]],
      ["a": [Self.edit(9..<9, "!")], "b": [Self.edit(0..<1, "y")], "c": [Self.edit(0..<1, "y")]],
      ["b": [Self.edit(0..<2, "z")]],
      ["c": [Self.edit(5..<6, "z")], "a": [Self.edit(2..<4, "z")]],
      ["c": [Self.edit(5..<6, "v")]],
    ])
    #expect(round.accepted == [0, 1, 4])
    #expect(round.deferred == [2, 3])
    #expect(round.edits["b"] == EditSet([Self.edit(0..<1, "y")]))
    #expect(round.edits["c"] == EditSet([Self.edit(0..<1, "y"), Self.edit(5..<6, "v")]))
  }

  /// What one rule puts at one place for several tasks comes in the order of the findings, where that is allowed.
  @Test func insertionsForSeveralTasksAreStacked() {
    func insertion(_ rule: String, _ task: Int?, _ text: String, at place: Int = 3) -> Finding {
      var finding = SampleFinding.finding(rule, ["a": [Self.edit(place..<place, text)]])
      finding.task = task
      return finding
    }
    let findings = [
      insertion("one", 5, "x"), insertion("one", 6, "y"), insertion("one", 5, "again"),
      insertion("one", nil, "no task"), insertion("other", 7, "z"), insertion("one", 8, "w"),
      SampleFinding.finding("one", ["a": [Self.edit(3..<4)]]),
    ]
    let stacked = FixRound(findings, mayStack: true) { _, _ in true }
    #expect(stacked.accepted == [0, 1, 5] && stacked.deferred == [2, 3, 4, 6] && stacked.isStacked)
    #expect(stacked.edits == ["a": EditSet([Self.edit(3..<3, "xyw")])!])
    let strict = FixRound(findings) { _, _ in true }
    #expect(strict.accepted == [0] && !strict.isStacked)
    // Apart there is nothing to stack.
    let apart = [insertion("one", 1, "x", at: 1), insertion("one", 2, "y", at: 2)]
    #expect(!FixRound(apart, mayStack: true) { _, _ in true }.isStacked)
  }

  /// A date that several fixes raise becomes the newest of theirs; an edit that does more waits.
  @Test func aDateIsRaisedOnceToTheNewest() {
    func raise(_ own: Range<Int>, _ date: String) -> Finding {
      var finding = SampleFinding.finding("rule", ["a": [Self.edit(0..<3, date), Self.edit(own, "x")]])
      finding.fix?.files[0].raised = [ByteRange(0, 3)]
      return finding
    }
    let findings = [
      raise(5..<6, "2026-01-09"), raise(7..<8, "2026-01-12"), raise(9..<10, "2026-01-10"),
      raise(7..<9, "2026-01-13"), SampleFinding.finding("rule", ["a": [Self.edit(0..<3, "z")]]),
    ]
    let round = FixRound(findings) { _, _ in true }
    #expect(round.accepted == [0, 1, 2] && round.deferred == [3, 4])
    #expect(round.edits["a"]?.edits.map(\.replacement).first == Array("2026-01-12".utf8))
    #expect(round.edits["a"]?.edits.count == 4)
  }

  /// What two findings would both do is done once, and removes both.
  @Test func theVerySameEditsAreMadeOnce() {
    let round = Self.round([
      ["a": [Self.edit(0..<3, "x")], "b": [Self.edit(1..<1, "y")]],
      ["b": [Self.edit(1..<1, "y")], "a": [Self.edit(0..<3, "x")]],
      ["a": [Self.edit(0..<3, "x")]],
    ])
    #expect(round.accepted == [0, 1])
    #expect(round.deferred == [2])
    #expect(round.edits["b"]?.edits.count == 1)
  }

  @Test func onlyWantedFixesAreTaken() {
    let findings = [
      SampleFinding.finding("safe", ["a": [Self.edit(0..<1)]]),
      SampleFinding.finding("unsafe", ["a": [Self.edit(4..<5)]], .unsafe),
    ]
    #expect(FixRound(findings) { $1.applicability == .safe }.accepted == [0])
    #expect(FixRound(findings) { _, _ in true }.accepted == [0, 1])
  }

  /// A fix that says nothing, or that contradicts itself, is none.
  @Test func whatCannotBeMadeIsNotTaken() {
    let round = Self.round([
      [:], ["a": []], ["a": [Self.edit(0..<3), Self.edit(2..<4)]],
      ["a": [Self.edit(0..<0, "x")], "b": [Self.edit(1..<1), Self.edit(1..<1)]],
      ["a": [Self.edit(0..<3)], "b": []],
    ])
    #expect(round.accepted == [4])
    #expect(round.deferred == [])
    #expect(Set(round.edits.keys) == ["a"])
  }

  /// Accepted fixes never overlap, and each deferred fix overlaps an accepted one.
  @Test(arguments: 0..<100)
  func anyFixes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let findings = (0..<30).map { _ in
      let edits = (0..<Int.random(in: 1...3, using: &random)).map { _ -> TextEdit in
        let start = Int.random(in: 0...60, using: &random)
        return Self.edit(start..<start + Int.random(in: 0...4, using: &random), "x")
      }
      return SampleFinding.finding("rule", ["a": edits])
    }
    let round = FixRound(findings) { _, _ in true }
    let taken = round.accepted.compactMap { findings[$0].fix?.files[0].edits }
    #expect(round.edits["a"] == EditSet(Array(Set(taken.map { Set($0) })).flatMap { $0 }))
    for index in round.deferred {
      let own = findings[index].fix?.files[0].edits ?? []
      let meets = own.contains { edit in
        taken.joined().contains { other in
          let (left, right) = edit.range < other.range ? (edit.range, other.range) : (other.range, edit.range)
          return right.start < left.end || right.start == left.end && (left.isEmpty || right.isEmpty)
        }
      }
      #expect(meets)
    }
  }

  @Test func manyFixesInAnyOrderTakeNotLong() {
    var random = SplitMix64(seed: 1)
    let findings = (0..<20_000).shuffled(using: &random).map { number in
      SampleFinding.finding("rule", ["a": [Self.edit(number * 3..<number * 3 + 1, "x")]])
    }
    #expect(FixRound(findings) { _, _ in true }.accepted.count == findings.count)
  }
}
