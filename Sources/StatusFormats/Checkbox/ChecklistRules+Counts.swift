import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

extension ChecklistRules {
  /// Totals and progress that the boxes contradict.
  func checkCounts(_ outline: MarkdownOutline?, into findings: inout ClaimFindings) {
    guard let outline, list.isComplete, let first = list.boxes.first else { return }
    let claims = CountClaim.all(in: list, outline)
    if claims.isEmpty { return }
    let whole = TaskCounts(list, list.boxes.indices)
    let phases = Set(list.headings.flatMap { TaskCounts(list, $0.boxes).all })
    for claim in claims {
      guard let total = number(claim.total), let right = right(claim, total, whole, phases, outline) else {
        continue
      }
      let location = Location(
        path: list.source.path, range: ByteRange((claim.done ?? claim.total).lower, claim.total.upper))
      findings.report(
        "count-mismatch", .error, "\(owner), \(claim.done == nil ? "total" : "progress")",
        claim.done.flatMap(number).map { .progress($0, total, right) } ?? .total(total, right.total),
        at: location,
        claims: [
          Claim(list.location(first), "the first of \(Counted(right.total, "task")), \(right.done) ticked")
        ],
        fix: fix(claim, right))
    }
  }

  private func number(_ range: ByteRange) -> Int? { Int(list.source.text(range)) }

  /// What the claim should say; nil if it is right in some way of counting, or counts something else.
  private func right(
    _ claim: CountClaim, _ total: Int, _ whole: TaskCounts, _ phases: Set<TaskCounts.Counting>,
    _ outline: MarkdownOutline
  ) -> TaskCounts.Counting? {
    let done = claim.done.flatMap(number)
    func agrees(_ counts: Set<TaskCounts.Counting>) -> Bool {
      counts.contains { $0.total == total && (done == nil || $0.done == done) }
    }
    let sections = sections(around: claim.total).map { TaskCounts(list, $0) }
    if agrees(whole.all) || sections.contains(where: { agrees($0.all) }) { return nil }
    // The progress of a phase may stand anywhere.
    if done != nil, total != whole.usual.total, agrees(phases) { return nil }
    // Tasks may be headings, with boxes as steps below them.
    if done == nil, numberedHeadings(outline).contains(total) { return nil }
    if let done {
      // Who counts a phase rather than the file has its total right.
      let near = ([whole] + sections).flatMap { counts in counts.all.filter { $0.total == total } }
      if let counting = near.first { return done == counting.done ? nil : counting }
    }
    let usual = whole.usual
    return usual.total * 6 <= total * 10 && total * 100 <= usual.total * 167 ? usual : nil
  }

  /// The boxes in each section that the place is in, but for the whole file.
  func sections(around place: ByteRange) -> [Range<Int>] {
    var sections: [Range<Int>] = []
    var level = 7
    for heading in list.headings.reversed() where heading.text.lower < place.lower && heading.level < level {
      level = heading.level
      sections.append(heading.boxes)
    }
    return sections
  }

  /// How many headings of each level begin with a number, or with "Task" or "Phase" and one.
  private func numberedHeadings(_ outline: MarkdownOutline) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for heading in list.headings where list.source.bytes[heading.text.indices].contains(where: ASCII.isDigit)
    {
      counts[heading.level, default: 0] += 1
    }
    return Set(counts.values)
  }

  private func fix(_ claim: CountClaim, _ right: TaskCounts.Counting) -> Fix? {
    claim.edits(to: right, in: list.source.bytes).map { edits in
      Fix(
        .safe, "replace with \(claim.done == nil ? "" : "\(right.done)/")\(right.total)",
        files: [.init(path: list.source.path, edits: edits)])
    }
  }
}

extension String {
  fileprivate static func total(_ total: Int, _ right: Int) -> String {
    "the total is \(total), but the list has \(Counted(right, "task"))"
  }
  fileprivate static func progress(_ done: Int, _ total: Int, _ right: TaskCounts.Counting) -> String {
    "the progress is \(done) of \(total), but \(right.done) of \(Counted(right.total, "task")) \(right.done == 1 ? "is" : "are") ticked"
  }
}
