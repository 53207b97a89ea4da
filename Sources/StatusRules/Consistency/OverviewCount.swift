import StatusDiagnostics
import StatusModel
import StatusText

/// A count at the beginning of TODO.md is not the number of tasks that it counts.
struct OverviewCount: FileRule {
  static let descriptor = RuleDescriptor(
    name: "overview-count", family: .consistency, severity: .warning, fix: .safe,
    summary: "A count of the overview, or of the front matter's task_counts, is wrong.",
    rationale: """
      The overview is what people look at first. It counts the tasks of the file: all, those that are completed, and \
      those of each Priority. Of task_counts only active, in_progress and not_started can be counted here; the others \
      take in what was archived.
      """,
    bad: "- **Total Tasks:** 3, above two tasks",
    good: "- **Total Tasks:** 2, above two tasks")

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = file.taskList else { return }
    let overview = overviewCounts(list)
    let frontMatter = ["active", "in_progress", "not_started"].compactMap {
      list.frontMatterNumber("task_counts", $0)
    }
    guard !overview.isEmpty || !frontMatter.isEmpty else { return }
    let counts = TaskCounts(list, workspace.profile.vocabulary)
    for (field, value, range) in overview {
      guard let count = counts.count(of: field.name), !count.allows(value) else { continue }
      report(list.source.text(field.nameRange), value, count, range, .file, list, &findings)
    }
    // Without an overview the counts are a generator's, and a profile may have its own opinion of them.
    let subject: Finding.Subject = overview.isEmpty ? .tree : .file
    for number in frontMatter {
      guard let count = counts.count(ofKey: number.keys.last ?? ""), !count.allows(number.value) else {
        continue
      }
      report(number.keys.joined(separator: "."), number.value, count, number.range, subject, list, &findings)
    }
  }

  private func report(
    _ name: String, _ value: Int, _ count: TaskCounts.Count, _ range: ByteRange, _ subject: Finding.Subject,
    _ list: TaskList, _ findings: inout FindingCollector
  ) {
    let fix =
      count.isCertain
      ? Fix(
        .safe, "set to \(count.value)", at: Location(path: list.path, range: range), with: String(count.value)
      ) : nil
    findings.report(
      subject, .wrong(name, value, count.value, count.what), in: list.source, at: range, fix: fix,
      evidence: "\(name) \(value)")
  }

  /// The counts above the first task, with their digits; a field whose value is no number counts nothing.
  private func overviewCounts(_ list: TaskList) -> [(field: Field, value: Int, range: ByteRange)] {
    list.fields.compactMap { field in
      switch field.name {
      case .totalTasks, .completed, .highPriority, .mediumPriority, .lowPriority: break
      default: return nil
      }
      let bytes = list.source.bytes[field.valueRange.indices]
      let digits = bytes.prefix { ASCII.isDigit($0) }
      guard !digits.isEmpty, digits.count < 10,
        digits.endIndex == bytes.endIndex || bytes[digits.endIndex] == 0x20
      else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (field, value, ByteRange(digits.startIndex, digits.endIndex))
    }
  }
}

extension String {
  fileprivate static func wrong(_ name: String, _ value: Int, _ count: Int, _ what: String) -> String {
    "\(name) is \(value), but the file has \(count) \(count == 1 ? "task" : "tasks")\(what)"
  }
}
