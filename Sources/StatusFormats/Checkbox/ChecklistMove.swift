import StatusClaims
import StatusDiagnostics
import StatusText

/// A task of a list that gets another status: its boxes, those of the tasks that it is a part of, the counts of the file,
/// and the headings that say that everything is done.
struct ChecklistMove {
  let rules: ChecklistRules
  private let file: PlanFile
  private let move: PlanMove

  /// The move of a task in `file`, whose list `rules` hold.
  init(_ move: PlanMove, _ rules: ChecklistRules, in file: PlanFile) {
    self.move = move
    self.rules = rules
    self.file = file
  }

  var list: Checklist { rules.list }
  private var isDone: Bool { move.status.stage == .done }
  /// The status of a task whose part is reopened.
  private var reopened: String { move.status.stage == .active ? move.status.text : "open" }

  /// Writes everything, and returns the list as it is then; nil if it is refused.
  @discardableResult func make(into edits: inout PlanEdits) -> Checklist? {
    guard list.isComplete else {
      edits.refuse(
        "a code block in \(list.source.path) is never closed, and hides boxes",
        help: "end the block with the same characters that it begins with")
      return nil
    }
    let places = Set(move.subject.claims.map(\.place.location))
    let boxes = list.boxes.indices.filter { places.contains(list.location(list.boxes[$0])) }
    var words = Dictionary(boxes.map { ($0, move.status.text) }, uniquingKeysWith: { first, _ in first })
    if move.includesParts { for part in boxes.flatMap(parts) { words[part] = move.status.text } }
    let former = former(boxes)
    let rough = list(with: words)
    for parent in boxes.flatMap(parents) where words[parent] == nil {
      if isDone, closes(parent, former ?? list, rough) { words[parent] = move.status.text }
      if !isDone, list.boxes[parent].isDone { words[parent] = reopened }
    }
    for (index, word) in words.sorted(by: { $0.key < $1.key }) {
      write(
        word, index, boxes.contains(index) ? "box" : "box of \(rules.name(list.boxes[index]))", into: &edits)
    }
    if !isDone { openHeadings(above: boxes, into: &edits) }
    let after = list(with: words)
    writeCounts(from: former, to: after, into: &edits)
    return after
  }

  // MARK: Boxes

  private func write(_ word: String, _ index: Int, _ name: String, into edits: inout PlanEdits) {
    let box = list.boxes[index]
    if CheckboxDialect.word(for: box.state) == word, box.correction == nil { return }
    edits.write(String(decoding: [mark(word)], as: UTF8.self), at: PlacedText(list, box), name)
  }

  private func mark(_ word: String) -> UInt8 { rules.dialect.mark(for: word, tick: list.tick(rules.dialect)) }

  /// The list with other statuses of some boxes, which are the same boxes otherwise.
  private func list(with words: [Int: String]) -> Checklist {
    let edits = EditSet(words.map { list.edit(list.boxes[$0], mark: mark($1)) })
    let bytes = edits?.applied(to: list.source.bytes) ?? list.source.bytes
    let file = PlanFile(SourceText(path: list.source.path, bytes: bytes), .tasks(rules.dialect))
    return file.checklist(rules.dialect) ?? list
  }

  /// The tasks below `index` that are still to be done.
  private func parts(of index: Int) -> [Int] {
    var below: Set = [index]
    return list.boxes.indices.filter { part in
      guard let parent = list.boxes[part].parent, below.contains(parent) else { return false }
      below.insert(part)
      return list.boxes[part].isOwed
    }
  }

  /// The tasks that `index` is a part of, the nearest first.
  private func parents(of index: Int) -> [Int] {
    Array(sequence(first: index) { list.boxes[$0].parent }.dropFirst())
  }

  /// The list as it was before `boxes` were moved by hand: what depends on them may still be so. Nil if they were not.
  private func former(_ boxes: [Int]) -> Checklist? {
    let isMade = boxes.allSatisfy { CheckboxDialect.word(for: list.boxes[$0].state) == move.status.text }
    guard isMade else { return nil }
    let word = isDone ? "open" : "done"
    return list(with: Dictionary(boxes.map { ($0, word) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Whether the last part of `parent` that must be done is done `after` the move, and was not in the `former` list.
  private func closes(_ parent: Int, _ former: Checklist, _ after: Checklist) -> Bool {
    after.boxes[parent].isDoneByParts && !former.boxes[parent].isDoneByParts && after.boxes[parent].isOwed
  }

  // MARK: Headings and counts

  /// Takes away what headings say of everything below them.
  private func openHeadings(above boxes: [Int], into edits: inout PlanEdits) {
    let owed = boxes.filter { list.boxes[$0].flags.isDisjoint(with: [.optional, .dropped, .aside]) }
    for heading in list.headings where heading.level >= 2 {
      guard owed.contains(where: { heading.firstBox <= $0 && $0 < heading.endBox }),
        let mark = DoneHeading(list.source.bytes, heading.text)?.mark
      else { continue }
      edits.write("", at: PlacedText(list.source, mark), "heading")
    }
  }

  /// Counts in the way in which each number was right before.
  private func writeCounts(from former: Checklist?, to after: Checklist, into edits: inout PlanEdits) {
    guard let outline = file.outline else { return }
    for claim in CountClaim.all(in: list, outline) {
      let scopes = [list.boxes.indices] + rules.sections(around: claim.total)
      // Who has ticked a box by hand may have counted, too.
      if former != nil, scopes.contains(where: { way(of: claim, in: $0, of: list) != nil }) { continue }
      let found = scopes.lazy.compactMap { scope in
        way(of: claim, in: scope, of: former ?? list).map { TaskCounts(after, scope).ways[$0] }
      }.first
      guard let counting = found else { continue }
      guard let new = claim.edits(to: counting, in: list.source.bytes) else {
        edits.refuse(
          "the bar in \(list.source.path) is drawn in an unknown way, and would contradict the numbers",
          help: "draw the bar with █ and ░, or remove it")
        continue
      }
      for edit in new {
        edits.write(
          String(decoding: edit.replacement, as: UTF8.self), at: PlacedText(list.source, edit.range), "count")
      }
    }
  }

  /// The way of counting in which a claim is right about the boxes in `scope`; nil if there is none.
  private func way(of claim: CountClaim, in scope: Range<Int>, of list: Checklist) -> Int? {
    TaskCounts(list, scope).ways.firstIndex { way in
      number(claim.total) == way.total && claim.done.map { number($0) == way.done } ?? true
    }
  }

  private func number(_ range: ByteRange) -> Int? { Int(list.source.text(range)) }
}
