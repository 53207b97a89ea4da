import StatusClaims
import StatusDiagnostics
import StatusText

/// A file that Task Master generated from a task: `task_001.txt`, `task_001_light.md`.
struct GeneratedTask {
  private let file: PlanFile
  /// The number and the tag in the name.
  let id: String
  let tag: String
  /// The number in the first line.
  let writtenID: PlacedText
  let status: PlacedText?

  /// Whether a file of this name may be one.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix("task_") && (name.hasSuffix(".txt") || name.hasSuffix(".md")) && number(name) != nil
  }

  private static func number(_ name: String) -> Int? {
    Int(name.dropFirst("task_".count).prefix { $0.isNumber })
  }

  /// The file called `name`; nil if it does not begin like a generated one.
  init?(_ file: PlanFile, named name: String) {
    guard Self.isName(name), let number = Self.number(name) else { return nil }
    let source = file.source
    let lines = Array(source.bytes.lines(in: ByteRange(0, source.bytes.count)).prefix(12))
    guard let first = lines.first, let writtenID = Self.value(source, first, "# task id:") else { return nil }
    self.file = file
    id = "\(number)"
    let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
    let parts = stem.split(separator: "_", maxSplits: 2)
    tag = parts.count > 2 ? String(parts[2]) : "master"
    self.writtenID = writtenID
    status =
      lines.lazy.compactMap { Self.value(source, $0, "# status:") ?? Self.value(source, $0, "**status:**") }
      .first
  }

  private static func value(_ source: SourceText, _ line: ByteRange, _ name: StaticString) -> PlacedText? {
    guard ASCII.begins(source.bytes, at: line.lower, before: line.upper, with: name) else { return nil }
    var (start, end) = (line.lower + name.utf8CodeUnitCount, line.upper)
    while start < end, ASCII.isBlank(source.bytes[start]) { start += 1 }
    while end > start, ASCII.isBlank(source.bytes[end - 1]) { end -= 1 }
    return start < end ? PlacedText(source, ByteRange(start, end)) : nil
  }

  /// Reports what the file says differently than tasks.json. It is a copy, so that is right.
  func check(_ tags: [TaskTag], into findings: inout ClaimFindings) {
    let subject = tag == "master" ? "task \(id)" : "task \(tag):\(id)"
    if writtenID.text != id {
      findings.report(
        "name-mismatch", .warning, subject, .otherID(id, writtenID.text), at: writtenID.location,
        help: "generate the files again")
    } else if let tag = tags.first(where: { $0.name == tag }) {
      guard let task = tag.tasks.first(where: { $0.id == id }) else {
        findings.report("untracked-task", .info, subject, .gone(id, tag.name), at: file.start)
        return
      }
      guard let status, let there = task.status, !task.isSilent,
        TaskMaster.statuses.read(status.text).word != task.reading.word
      else { return }
      findings.report(
        "status-mismatch", .warning, subject, .stale(task, status.text), at: status.location,
        claims: [task.claim],
        fix: status.fix(.safe, there.text))
    } else {
      findings.report("untracked-task", .info, subject, .noTag(tag), at: file.start)
    }
  }
}

extension String {
  fileprivate static func otherID(_ id: String, _ text: String) -> String {
    "the name of the file says task \(id), but its first line task \(text)"
  }
  fileprivate static func gone(_ id: String, _ tag: String) -> String {
    "task \(id) was not found in the tag \"\(tag)\""
  }
  fileprivate static func noTag(_ tag: String) -> String { "the tag \"\(tag)\" was not found in tasks.json" }
  fileprivate static func stale(_ task: TaskTag.Item, _ text: String) -> String {
    "\(task.described) in tasks.json, but \"\(text)\" in the file that was generated from it"
  }
}
