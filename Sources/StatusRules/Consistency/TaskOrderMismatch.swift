import StatusDiagnostics
import StatusModel
import StatusText

/// The section Task Order and a task's own entry claim different statuses.
struct TaskOrderMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "task-order-mismatch", family: .consistency, severity: .warning, fix: .safe,
    summary:
      "The section Task Order of TODO.md has a different status for a task than the entry of the task.",
    rationale: """
      Task Order tells people what to work on next. It repeats the status of each task, and an outdated \
      status sends them to work that is blocked or done. The entry is right unless state.json contradicts \
      it; in that case, resolve that contradiction first.
      """,
    bad: [
      "specs/TODO.md": """
      ## Task Order

      7 «[IN PROGRESS]» - Sort the cellar

      ## Tasks

      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ],
    good: [
      "specs/TODO.md": """
      ## Task Order

      7 [NOT STARTED] - Sort the cellar

      ## Tasks

      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = workspace.taskList, !list.order.isEmpty else { return }
    let vocabulary = workspace.profile.vocabulary
    let uses = Dictionary(list.tasks.map { ($0.number, 1) }, uniquingKeysWith: +)
    for item in list.order where uses[item.number] == 1 {
      guard let task = workspace.task(item.number), let entry = task.entry, let marker = entry.marker,
        let status = marker.status, item.marker.status != status
      else { continue }
      let registryAgrees = task.state?.certainStatus.map { $0 == status } ?? true
      let isSettled =
        registryAgrees && !item.saysMore && !item.isShared
        && entry.statusMarkers.count < 2 && !entry.isContradictory
        && !hasEmoji(beside: item.marker.range, list.source.bytes)
      let text = item.text(for: status, vocabulary)
      // The section may be all that tells of an end, as `[DONE]` does, too.
      let mayBeEnd = item.marker.status.map { vocabulary.isTerminal($0) } ?? true
      let takesBack = mayBeEnd && !vocabulary.isTerminal(status) && task.state?.certainStatus != status
      findings.report(
        .task, .mismatch(item, list.source.text(marker.range), list.source), in: list.source,
        at: item.marker.range, task: item.number,
        related: [
          RelatedLocation(
            Location(path: list.path, range: marker.range), .entry(list.source.text(marker.range)))
        ],
        help: isSettled ? nil : .decide(registryAgrees ? nil : workspace.registry?.path),
        fix: isSettled
          ? Fix(
            takesBack ? .unsafe : .safe, .follow(text),
            at: Location(path: list.path, range: item.marker.range), with: text)
          : nil,
        evidence: "\(list.source.text(item.marker.range)) \(list.source.text(marker.range))")
    }
  }

  /// Whether an emoji on the line, or in the cell, says the same as the marker that a fix would replace.
  private func hasEmoji(beside marker: ByteRange, _ bytes: [UInt8]) -> Bool {
    let isEdge = { (byte: UInt8) in ASCII.isLineEnd(byte) || byte == UInt8(ascii: "|") }
    let first = max(0, marker.lower - Self.emojiReach)
    let last = min(bytes.count, marker.upper + Self.emojiReach)
    let lower = bytes[first..<marker.lower].lastIndex(where: isEdge).map { $0 + 1 } ?? first
    let upper = bytes[marker.upper..<last].firstIndex(where: isEdge) ?? last
    return !EmojiRuns.find(in: ByteRange(lower, upper), of: bytes).isEmpty
  }
}

extension TaskOrderMismatch {
  /// How far from a marker, in bytes, an emoji may be about it: a line may name thousands of tasks.
  private static let emojiReach = 240
}

extension String {
  fileprivate static func decide(_ registry: String?) -> String {
    registry.map { "first make the entry and \($0) agree" }
      ?? "decide which one is right, and correct the other"
  }
  fileprivate static func mismatch(_ item: TaskOrderItem, _ marker: String, _ source: SourceText) -> String {
    "task \(item.number) is \(source.text(item.marker.range)) in Task Order, but \(marker) in its entry"
  }
  fileprivate static func entry(_ marker: String) -> String { "the status in the entry is \(marker)" }
  fileprivate static func follow(_ text: String) -> String { "replace with \(text), as in the entry" }
}
