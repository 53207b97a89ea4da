import StatusEditing
import StatusModel
import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

/// Edits of Markdown files: what is asked for happens in the style of the lines around, and nothing else.
struct MarkdownChangesTests {
  private func plan(_ text: String) -> Plan? {
    TrackedFile(
      kind: .plan, directory: 0, source: SourceText(text), vocabulary: Profile.opencode.vocabulary
    ).plan
  }

  private func todo(_ text: String) -> TaskList? {
    TrackedFile(
      kind: .taskList, directory: -1, source: SourceText(text), vocabulary: Profile.opencode.vocabulary
    ).taskList
  }

  private func apply(_ changes: MarkdownChanges, _ text: String) throws -> String? {
    guard let edits = changes.edits else { return nil }
    let bytes = PlainEdits.apply(
      edits.map { ($0.range.indices, $0.replacement) }, to: Array(text.utf8))
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// The body of the first task after the changes that `make` asks for, which must be read as such a task again.
  private func changed(
    _ body: String, ends: String = "\n", _ make: (inout MarkdownChanges, TaskEntry) throws -> Void
  ) throws -> String? {
    let head = "# T\n\n### 1. Title\n".replacing("\n", with: ends)
    let text = head + body.replacing("\n", with: ends)
    let list = try #require(todo(text))
    var changes = MarkdownChanges(list.source)
    try make(&changes, try #require(list.tasks.first))
    guard let result = try apply(changes, text) else { return nil }
    #expect(result.hasPrefix(head))
    #expect(!result.replacing("\r\n", with: "").contains("\r"))
    if ends != "\n" { #expect(!result.replacing(ends, with: "").contains("\n")) }
    return String(result.dropFirst(head.count)).replacing(ends, with: "\n")
  }

  static let styles: [(field: String, new: String)] = [
    ("- **Status**: [PLANNED]", "- **Effort**: 2 hours"),
    ("* **Status:** [PLANNED]", "* **Effort:** 2 hours"),
    ("**Status**: [PLANNED]", "**Effort**: 2 hours"),
    ("  - **Status**:  [PLANNED]", "  - **Effort**:  2 hours"),
    ("+ **Status**: [PLANNED]  ", "+ **Effort**: 2 hours  "),
    ("- **Status** (now): [PLANNED]", "- **Effort**: 2 hours"),
    ("-\t**Status**:\t[PLANNED]", "-\t**Effort**:\t2 hours"), ("**Status:**", "**Effort:** 2 hours"),
  ]

  @Test("a field goes in behind and before another, in its style", arguments: styles, ["\n", "\r\n"])
  func insertsFields(style: (field: String, new: String), ends: String) throws {
    let body = "\(style.field)\nlast"
    let after = try changed("\(style.field)\n", ends: ends) {
      $0.insert("Effort", "2 hours", after: try #require($1.field(.status)))
    }
    #expect(after == "\(style.field)\n\(style.new)\n")
    let open = try changed(style.field, ends: ends) {
      $0.insert("Effort", "2 hours", after: try #require($1.field(.status)))
      $0.insert("Priority", "High", after: try #require($1.field(.status)))
    }
    #expect(
      open
        == "\(style.field)\n\(style.new)\n\(style.new.replacing("Effort", with: "Priority").replacing("2 hours", with: "High"))"
    )
    let before = try changed(body, ends: ends) {
      $0.insert("Effort", "2 hours", before: try #require($1.field(.status)))
    }
    #expect(before == "\(style.new)\n\(body)")
    let list = try #require(todo("# T\n\n### 1. Title\n" + (after ?? "")))
    let field = try #require(list.tasks.first?.field(.effort))
    #expect(list.source.text(field.valueRange) == "2 hours")
  }

  @Test("paragraphs with empty lines between them get one too")
  func keepsSpacing() throws {
    let body = "\n**Status**: [PLANNED]\n\n**Tasks**:\n- one\n\n**Effort**: 1 hour\n"
    let new = try changed(body) {
      $0.insert("Started", "2025-01-01", after: try #require($1.field(.status)))
      $0.insert("Priority", "High", before: try #require($1.field(.effort)))
    }
    #expect(
      new
        == "\n**Status**: [PLANNED]\n\n**Started**: 2025-01-01\n\n**Tasks**:\n- one\n\n**Priority**: High\n\n**Effort**: 1 hour\n"
    )
    let back = try changed(try #require(new)) {
      $0.remove(try #require($1.field(.started)))
      $0.remove(try #require($1.field(.priority)))
    }
    #expect(back == body)
    let loose = "\n- **Status**: [PLANNED]\n\n- **Effort**: 1 hour\n"
    #expect(
      try changed(loose) { $0.insert("Started", "x", after: try #require($1.field(.status))) }
        == "\n- **Status**: [PLANNED]\n\n- **Started**: x\n\n- **Effort**: 1 hour\n")
    let single = "\n- **Status**: [PLANNED]\n\nText.\n"
    #expect(
      try changed(single) { $0.insert("Started", "x", after: try #require($1.field(.status))) }
        == "\n- **Status**: [PLANNED]\n- **Started**: x\n\nText.\n")
  }

  @Test("values are replaced, with or without what continues them")
  func setsValues() throws {
    let body =
      "- **Status**: [PLANNED]\n- **Blocking Reason**: one\n  two\n  - three\n- **Effort**:\n- plain\n"
    #expect(
      try changed(body) {
        $0.setValue(of: try #require($1.field(.blockingReason)), to: "new", replacesContinuation: true)
        $0.setValue(of: try #require($1.field(.effort)), to: "2 hours")
        $0.set(try #require($1.marker), to: .completed, in: Profile.opencode.vocabulary)
      } == "- **Status**: [COMPLETED]\n- **Blocking Reason**: new\n- **Effort**: 2 hours\n- plain\n")
    #expect(
      try changed(body) { $0.setValue(of: try #require($1.field(.blockingReason)), to: "new") }
        == body.replacing("one", with: "new"))
    #expect(try changed(body) { $0.setValue(of: try #require($1.field(.status)), to: "[PLANNED]") } == body)
  }

  @Test("a field goes with its line and, when asked, with what continues it")
  func removesFields() throws {
    let body =
      "- **Status**: [PLANNED]\n- **Blocking Reason**: one\ntwo\n\n  three\n- plain\n- **Effort**: 1\n"
    #expect(try changed(body) { $0.remove(try #require($1.field(.blockingReason))) } == nil)
    #expect(
      try changed(body) { $0.remove(try #require($1.field(.blockingReason)), includesContinuation: true) }
        == "- **Status**: [PLANNED]\n- plain\n- **Effort**: 1\n")
    #expect(
      try changed(body) { $0.remove(try #require($1.field(.effort))) }
        == body.replacing("- **Effort**: 1\n", with: ""))
    #expect(
      try changed("- **Status**: [PLANNED]\n- **Effort**: 1") { $0.remove(try #require($1.field(.effort))) }
        == "- **Status**: [PLANNED]\n")
    #expect(
      try changed("**Status**: [PLANNED]\n**Blocking Reason**:\n- a\n\n- b\n**Effort**: 1\n") {
        $0.remove(try #require($1.field(.blockingReason)), includesContinuation: true)
      } == "**Status**: [PLANNED]\n**Effort**: 1\n")
    #expect(
      try changed("**Status**: [PLANNED]\n**Reason**: x\ngoes on\n\nOther text\n**Effort**: 1\n") {
        $0.remove(try #require($1.field(.reason)), includesContinuation: true)
      } == "**Status**: [PLANNED]\n\nOther text\n**Effort**: 1\n")
  }

  @Test("a line that others hang on, or that it shares, stays")
  func refusesToRemove() throws {
    // The second field is a part of the first one's list item.
    #expect(
      try changed("- **Status**: [PLANNED]\n  **Effort**: 1\n") { $0.remove(try #require($1.field(.status))) }
        == nil)
    #expect(
      try changed("text\n**Status**: [PLANNED]\n\n1. **Effort**: 1\n") {
        $0.remove(try #require($1.field(.effort)))
      }
        == nil)
    #expect(
      try changed("- **Status**: [PLANNED]\n") { changes, task in
        let field = try #require(task.field(.status))
        changes.remove(field)
        changes.setValue(of: field, to: "x")
      } == nil)
  }

  @Test("what goes and what comes beside it compose")
  func composes() throws {
    let body = "- **Status**: [PLANNED]\n- **Started**: x\n- **Effort**: 1"
    #expect(
      try changed(body) { changes, task in
        let started = try #require(task.field(.started))
        let effort = try #require(task.field(.effort))
        changes.insert("Researched", "r", after: started)
        changes.insert("Created", "c", before: started)
        changes.remove(started)
        changes.insert("Priority", "p", after: effort)
        changes.remove(effort)
      } == "- **Status**: [PLANNED]\n- **Created**: c\n- **Researched**: r\n- **Priority**: p\n")
    #expect(
      try changed(body) { changes, task in
        changes.insert(lines: ["- a", "- b"], after: try #require(task.field(.status)))
        changes.insert(lines: ["- z"], afterLineOf: task.range.upper - 1)
        changes.insert(lines: ["- y"], beforeLineOf: task.range.upper - 1)
      } == "- **Status**: [PLANNED]\n- a\n- b\n- **Started**: x\n- y\n- **Effort**: 1\n- z")
  }

  private func inserted(_ text: String, style: FieldStyle? = nil) throws -> String? {
    let plan = try #require(plan(text) as Plan?)
    let phase = try #require(plan.phases.first)
    var changes = MarkdownChanges(plan.source)
    changes.insert(
      "Started", "2025-01-01T00:00:00Z", beneath: phase.heading, marker: phase.marker, fields: phase.fields,
      style: style)
    let result = try #require(try apply(changes, text))
    let after = try #require(self.plan(result)?.phases.first)
    #expect(after.status == phase.status)
    #expect(after.timestamp(.started)?.reading.found?.timestamp.fullText == "2025-01-01T00:00:00Z")
    #expect(after.fields.count == phase.fields.count + 1)
    return result
  }

  @Test("lines that go in at one place stay together")
  func insertsBeneathOneAnother() throws {
    let text = "### Phase 1: A [COMPLETED]\nText.\n"
    let plan = try #require(plan(text) as Plan?)
    let phase = try #require(plan.phases.first)
    var changes = MarkdownChanges(plan.source)
    for name in ["Started", "Completed"] {
      changes.insert(name, "x", beneath: phase.heading, marker: phase.marker, fields: phase.fields)
    }
    #expect(
      try apply(changes, text)
        == "### Phase 1: A [COMPLETED]\n- **Started**: x\n- **Completed**: x\n\nText.\n")
  }

  @Test("a line goes in directly beneath a heading")
  func insertsBeneathHeadings() throws {
    let new = "- **Started**: 2025-01-01T00:00:00Z"
    let head = "### Phase 1: A [COMPLETED]"
    #expect(try inserted("\(head)\n- **Goal**: g\n") == "\(head)\n\(new)\n- **Goal**: g\n")
    #expect(try inserted("\(head)\n\n**Goal**: g\n") == "\(head)\n\(new)\n\n**Goal**: g\n")
    #expect(
      try inserted("\(head)\n* **Goal:** g\n")
        == "\(head)\n* **Started:** 2025-01-01T00:00:00Z\n* **Goal:** g\n")
    #expect(try inserted("\(head)\nText.\n") == "\(head)\n\(new)\n\nText.\n")
    #expect(try inserted(head) == "\(head)\n\(new)")
    #expect(try inserted("\(head)\r\n\r\nText") == "\(head)\r\n\(new)\r\n\r\nText")
    #expect(try inserted("\(head)\n* [ ] a\n") == "\(head)\n* **Started**: 2025-01-01T00:00:00Z\n* [ ] a\n")
    #expect(try inserted("\(head)\n1. a\n") == "\(head)\n\(new)\n\n1. a\n")
    #expect(try inserted("\(head)\n### Phase 2: B\n") == "\(head)\n\(new)\n### Phase 2: B\n")
    #expect(
      try inserted("### Phase 1: A\n[COMPLETED]\n\nText\n") == "### Phase 1: A\n[COMPLETED]\n\(new)\n\nText\n"
    )
    #expect(
      try inserted("Phase 1: A [COMPLETED]\n---\nText\n") == "Phase 1: A [COMPLETED]\n---\n\(new)\n\nText\n")
    #expect(
      try inserted("\(head)\n", style: .standard(bullet: "+"))
        == "\(head)\n+ **Started**: 2025-01-01T00:00:00Z\n")
  }

  @Test(
    "a comment goes with its lines, and joins nothing",
    arguments: [
      ("a\n<!-- c -->\nb\n", "a\n\nb\n"), ("a\n<!-- c -->\n---\n", "a\n\n---\n"),
      ("a\n<!-- c -->\n- b\n", "a\n- b\n"), ("a\n<!-- c -->\n- \n", "a\n\n- \n"),
      ("a\n<!-- c -->\n- -\n", "a\n\n- -\n"), ("a\n<!-- c -->\n## b\n", "a\n## b\n"),
      ("a\n<!-- c -->\n#b\n", "a\n\n#b\n"), ("a\n\n<!-- c -->\nb\n", "a\n\nb\n"),
      ("<!-- c -->\nb\n", "b\n"), ("a\n<!-- c -->", "a\n"), ("a\n  <!--\nc\n-->  \n\nb", "a\n\nb"),
      ("a <!-- c -->\nb\n", "a\nb\n"), ("a <!-- c --> b\n", "a b\n"), ("<!-- c --> b\n", "b\n"),
      ("> <!-- c -->\nb\n", ">\nb\n"), ("<!-- c -->", ""),
    ], ["\n", "\r\n"])
  func comments(texts: (String, String), end: String) throws {
    let text = texts.0.replacing("\n", with: end)
    let first = try #require(text.ranges(of: "<!--").first.map { text[..<$0.lowerBound].utf8.count })
    let last = try #require(text.ranges(of: "-->").first.map { text[..<$0.upperBound].utf8.count })
    var changes = MarkdownChanges(SourceText(text))
    changes.removeComment(ByteRange(first, last))
    #expect(try apply(changes, text) == texts.1.replacing("\n", with: end))
  }

  @Test("random changes keep what they are not about")
  func randomChanges() throws {
    let lines = [
      "- **Started**: 2025-01-01", "- **Effort**: 1 hour", "  more", "\ttabbed", "plain", "", "- item",
      "  - deep",
      "**Priority**: High", "**Language:** swift  ", "* **Plan**: [a](b)", "> quote", "---", "1. **Type**: x",
      "- **Description**:", "```", "    code", "**Blocking Reason**: why", "  **Revised**: 2025-01-03", "===",
    ]
    for seed in 0..<4000 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let end = Bool.random(using: &random) ? "\n" : "\r\n"
      let body = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        lines.randomElement(using: &random) ?? ""
      }
      let text =
        (["# T", "### 1. Title", "- **Status**: [PLANNED]"] + body).joined(separator: end)
        + (Bool.random(using: &random) ? end : "")
      let list = try #require(todo(text))
      let task = try #require(list.tasks.first)
      let field = try #require(task.fields.randomElement(using: &random))
      let names = task.fields.map { list.source.text($0.nameRange) }
      let place = try #require(task.fields.firstIndex { $0.nameRange == field.nameRange })
      var changes = MarkdownChanges(list.source)
      var expected = names
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        changes.insert("Created", "2025-01-02", after: field)
        expected.insert("Created", at: place + 1)
      case 1:
        changes.insert("Created", "2025-01-02", before: field)
        expected.insert("Created", at: place)
      default:
        changes.remove(field)
        expected.remove(at: place)
      }
      guard let result = try apply(changes, text) else { continue }
      let after = todo(result)
      let found = after?.tasks.first.map { task in task.fields.map { after?.source.text($0.nameRange) ?? "" }
      }
      if found != expected, !(expected.isEmpty && found == nil) {
        Issue.record("seed \(seed): \(expected) is \(found ?? [])\n\(text)\n->\n\(result)")
        return
      }
    }
  }
}
