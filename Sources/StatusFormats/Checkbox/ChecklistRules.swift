import StatusClaims
import StatusDiagnostics
import StatusText

/// The rules that every list of tasks with boxes is held to.
struct ChecklistRules {
  let list: Checklist
  let dialect: CheckboxDialect
  /// What the list belongs to: "change add-login".
  let owner: String
  /// What goes before the id of a task: "add-login".
  let prefix: String

  /// The tasks of `owner`.
  init(_ list: Checklist, _ dialect: CheckboxDialect, owner: String, prefix: String) {
    self.list = list
    self.dialect = dialect
    self.owner = owner
    self.prefix = prefix
  }

  /// What a finding about a task is about.
  func subject(_ box: Checklist.Box) -> String { "task \(prefix)/\(box.id ?? words(box))" }

  /// A task in a message: "task 1.2", or its first words.
  func name(_ box: Checklist.Box) -> String { box.id.map { "task \($0)" } ?? "task \"\(words(box))\"" }

  private func words(_ box: Checklist.Box) -> String {
    let line = list.source.text(box.title).prefix { !$0.isNewline }
    return line.count > 40 ? "\(line.prefix(40))…" : String(line)
  }

  /// The claim of a box.
  func claim(_ box: Checklist.Box) -> Claim {
    Claim(list.location(box), "\(name(box)) is \"\(list.text(box))\" here")
  }

  /// The claims of boxes, by their numbers.
  func claims(_ boxes: [Int]) -> [Claim] { boxes.map { claim(list.boxes[$0]) } }

  /// The fix that writes `mark` into boxes.
  func fix(_ applicability: Fix.Applicability, _ boxes: [Int], mark: UInt8) -> Fix {
    let written = String(decoding: [UInt8(ascii: "["), mark, UInt8(ascii: "]")], as: UTF8.self)
    return Fix(
      applicability, "replace with \"\(written)\"",
      files: [.init(path: list.source.path, edits: boxes.map { list.edit(list.boxes[$0], mark: mark) })])
  }
}

// MARK: One box

extension ChecklistRules {
  /// Boxes that tools cannot read.
  func checkMarkers(into findings: inout ClaimFindings) {
    for (index, box) in list.boxes.enumerated() {
      if let correction = box.correction {
        findings.report(
          "nonstandard-marker", .warning, subject(box), .nonstandard(list.text(box), correction),
          at: list.location(box),
          fix: fix(.safe, [index], mark: correction))
      } else if box.state == .unknown, !box.flags.contains(.dropped) {
        let tick = list.tick(dialect)
        findings.report(
          "unknown-marker", box.looksTicked ? .error : .warning, subject(box), .unknown(list.text(box)),
          at: list.location(box),
          help: .valid(dialect.boxes), fix: box.looksTicked ? fix(.unsafe, [index], mark: tick) : nil)
      }
    }
  }

  /// Fences that never end and hide boxes.
  func checkFences(into findings: inout ClaimFindings) {
    for (fence, hidden) in list.openFences {
      findings.report(
        "unclosed-block", .warning, owner, .openFence(hidden),
        at: Location(path: list.source.path, range: fence),
        help: "end the block with the same characters, or remove them")
    }
  }
}

// MARK: Parents

extension ChecklistRules {
  /// Parents that say something else than their parts.
  func checkRollups(into findings: inout ClaimFindings) {
    var parts: [Int: [Int]] = [:]
    for (index, box) in list.boxes.enumerated() {
      if let parent = box.parent { parts[parent, default: []].append(index) }
    }
    let twins = parts.isEmpty ? [:] : twins
    for (index, box) in list.boxes.enumerated() {
      let parts = parts[index] ?? []
      let required = parts.filter { list.boxes[$0].flags.isEmpty }
      if box.isDone {
        let missing = parts.filter { list.boxes[$0].isMissing }
        if missing.isEmpty { continue }
        findings.report(
          "rollup-mismatch", .warning, subject(box),
          .tickedParent(name(box), missing.count, of: required.count),
          at: list.location(box), claims: claims(missing), help: "tick what is done, or untick the task",
          fix: fix(.unsafe, copies(of: index, twins), mark: ASCII.space))
      } else if box.isDoneByParts, box.isOwed, !required.isEmpty {
        findings.report(
          "rollup-mismatch", .info, subject(box), .openParent(name(box), required.count),
          at: list.location(box),
          claims: claims(required), fix: fix(.unsafe, [index], mark: list.tick(dialect)))
      }
    }
  }

  /// The ticked boxes that are the same task.
  private func copies(of index: Int, _ twins: [String: [Int]]) -> [Int] {
    let box = list.boxes[index]
    guard let twins = box.id.flatMap({ twins[$0] }), twins.count <= Self.mostCopies else { return [index] }
    return twins.filter { $0 == index || list.boxes[$0].isDone && isSame(box, list.boxes[$0]) }
  }

  /// More copies of one task are not unticked together: each of them has a finding, whose fix would hold all of them.
  private static let mostCopies = 16

  /// Headings that say that everything below them is done.
  func checkHeadings(into findings: inout ClaimFindings) {
    for heading in list.headings where heading.level >= 2 && heading.firstBox < heading.endBox {
      let boxes = heading.boxes
      guard let mark = DoneHeading(list.source.bytes, heading.text)?.mark else { continue }
      let owed = boxes.filter { list.boxes[$0].isOwed }
      if owed.isEmpty { continue }
      findings.report(
        "rollup-mismatch", .warning, owner,
        .doneHeading(list.source.text(heading.text), owed.count, of: boxes.count),
        at: Location(path: list.source.path, range: heading.text), claims: claims(owed),
        help: "tick what is done, or change the heading",
        fix: Fix(
          .unsafe, "remove \"\(list.source.text(mark).trimmed)\" from the heading",
          files: [.init(path: list.source.path, edits: [TextEdit(mark, with: "")])]))
    }
  }
}

extension String {
  /// The text without the blanks around it.
  fileprivate var trimmed: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !ASCII.isBlank($0) }),
      let last = bytes.lastIndex(where: { !ASCII.isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  fileprivate static func nonstandard(_ box: String, _ mark: UInt8) -> String {
    "box \"\(box)\" is written \"[\(String(decoding: [mark], as: UTF8.self))]\""
  }
  fileprivate static func unknown(_ box: String) -> String {
    "box \"\(box)\" has no meaning here: tools read it as open, or not at all"
  }
  fileprivate static func valid(_ boxes: String) -> String { "valid: \(boxes)" }
  fileprivate static func openFence(_ hidden: Int) -> String {
    "a code block that is never closed hides \(Counted(hidden, "box", plural: "boxes"))"
  }
  fileprivate static func tickedParent(_ name: String, _ missing: Int, of parts: Int) -> String {
    parts == 1
      ? "\(name) is ticked, but its only part is not"
      : "\(name) is ticked, but \(missing) of its \(parts) parts \(missing == 1 ? "is" : "are") not"
  }
  fileprivate static func openParent(_ name: String, _ parts: Int) -> String {
    parts == 1
      ? "\(name) is not ticked, but its only part is"
      : "\(name) is not ticked, but all \(parts) of its parts are"
  }
  fileprivate static func doneHeading(_ heading: String, _ owed: Int, of boxes: Int) -> String {
    "the heading \"\(heading)\" says that everything is done, but \(owed) of \(Counted(boxes, "box", plural: "boxes")) below it "
      + (owed == 1 ? "is open" : "are open")
  }
}
