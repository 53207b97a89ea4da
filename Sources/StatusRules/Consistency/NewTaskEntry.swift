import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// An entry of TODO.md for a task that only the registry has, made of what the registry says, and looking like the
/// task that it comes to stand beside.
struct NewTaskEntry {
  private let number: Int
  private let list: TaskList
  private let neighbor: TaskEntry
  private let isBefore: Bool
  private let title: String
  private let fields: [(name: FieldName, value: String)]
  private let dates: [FoundTimestamp]

  /// Nil where a required field (docs/format.md, "Required, named, counted") would have to be invented, the task is
  /// at its end, or there is no other task to tell how tasks are written here.
  init?(_ state: StateEntry, in json: LazyJSON, _ list: TaskList, _ workspace: Workspace) {
    guard let number = state.number, let value = json.tree.value(at: state.range), value.kind == .object,
      let evidence = TaskEvidence(state, in: json),
      !workspace.profile.vocabulary.isTerminal(evidence.status),
      let title = Self.title(value, state.name)
    else { return nil }
    let priority = value["priority"]?.string.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    guard let (neighbor, isBefore) = Self.neighbor(of: number, priority, in: list),
      let fields = Self.fields(value, evidence, priority, beside: neighbor, workspace.profile)
    else { return nil }
    self.number = number
    self.list = list
    self.title = title
    self.neighbor = neighbor
    self.isBefore = isBefore
    self.fields = fields
    dates = Array(evidence.dates.values)
  }

  /// The fix that puts it in.
  func fix(_ description: String, in workspace: Workspace) -> Fix? {
    guard let lines else { return nil }
    let fix = Fix(.unsafe, description, in: list.source) { changes in
      if isBefore {
        changes.insert(lines: lines + [""], beforeLineOf: neighbor.range.lower)
      } else if neighbor.range.upper < list.source.bytes.count {
        changes.insert(lines: lines + [""], beforeLineOf: neighbor.range.upper)
      } else {
        changes.insert(lines: [""] + lines, afterLineOf: max(0, neighbor.range.upper - 1))
      }
    }
    return fix?.raising(list.timestamps, to: dates, at: list.path, in: workspace)
  }

  // MARK: What it says

  private static func title(_ entry: JSONValue, _ name: String?) -> String? {
    if let title = entry["title"]?.string, !title.isEmpty, !title.utf8.contains(where: ASCII.isLineEnd) {
      return title
    }
    let words = name?.split(separator: "_").joined(separator: " ") ?? ""
    return words.isEmpty ? nil : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The fields in the standard's order; nil if one that a task needs, or that tasks here have, is not known.
  private static func fields(
    _ entry: JSONValue, _ evidence: TaskEvidence, _ priority: String?, beside neighbor: TaskEntry,
    _ profile: Profile
  ) -> [(name: FieldName, value: String)]? {
    guard let effort = effort(entry) else { return nil }
    var fields: [(name: FieldName, value: String)] = [
      (.effort, effort), (.status, profile.vocabulary.marker(evidence.status)),
    ]
    for event in StatusEvent.allCases {
      guard let found = evidence.dates[event] else { continue }
      fields.append((event.field, found.repeatable.shown(in: profile.timestamps.taskField)))
    }
    let needed = profile.neededEvents(for: evidence.status)
    guard needed.isEmpty || needed.contains(where: { evidence.dates[$0] != nil }) else { return nil }
    if let priority { fields.append((.priority, priority)) }
    if let language = entry["language"]?.string { fields.append((.language, language)) }
    if let type = entry["task_type"]?.string { fields.append((.taskType, type)) }
    if let place = HaltReason(for: evidence.status) {
      guard let reason = evidence.reason else { return nil }
      fields.append((place.field, reason))
    }
    let names = Set(fields.map(\.name))
    let expected: [FieldName] = [.priority, .language, .taskType].filter { neighbor.field($0) != nil }
    let isWhole = names.isSuperset(of: expected) && (names.contains(.language) || names.contains(.taskType))
    let isPlain = fields.allSatisfy { !$0.value.utf8.contains(where: ASCII.isLineEnd) }
    return isWhole && isPlain ? fields : nil
  }

  private static func effort(_ entry: JSONValue) -> String? {
    if let effort = entry["effort"]?.string, !effort.isEmpty { return effort }
    guard let hours = entry["plan_metadata"]?["estimated_hours"], hours.kind == .number else { return nil }
    let text = hours.tree.source.text(hours.range)
    return text == "1" ? "1 hour" : "\(text) hours"
  }

  // MARK: Where it stands

  /// The task that it comes to stand beside, and whether before it: by its number, among those of its priority where
  /// there are any.
  private static func neighbor(of number: Int, _ priority: String?, in list: TaskList) -> (TaskEntry, Bool)? {
    let alike = list.tasks.filter { task in
      guard let priority, let field = task.field(.priority) else { return false }
      return list.source.text(field.valueRange) == priority
    }
    let tasks = (alike.isEmpty ? list.tasks : alike).filter(\.isWellFormed)
    guard let first = tasks.first, let last = tasks.last else { return nil }
    if first.number > last.number {
      return tasks.first { $0.number < number }.map { ($0, true) } ?? (last, false)
    }
    return tasks.last { $0.number < number }.map { ($0, false) } ?? (first, true)
  }

  /// Heading and fields as the neighbor has them; nil if its own heading is not plain.
  private var lines: [String]? {
    let source = list.source
    guard let first = neighbor.fields.first, let style = FieldStyle(of: first, in: source),
      source.bytes[neighbor.range.lower] == UInt8(ascii: "#")
    else { return nil }
    let before = source.text(ByteRange(neighbor.heading.lower, neighbor.numberRange.lower))
    let behind = source.text(ByteRange(neighbor.numberRange.upper, neighbor.title.lower))
    guard before.allSatisfy({ $0.isLetter && $0.isASCII || $0 == "_" || $0 == " " || $0 == "#" }),
      behind == ". " || behind == ": "
    else { return nil }
    let marks = String(repeating: "#", count: neighbor.level)
    let beneath = source.bytes[neighbor.heading.upper..<first.nameRange.lower]
    let gap = beneath.count { $0 == ASCII.lineFeed } > 1 ? [""] : []
    return ["\(marks) \(before)\(number)\(behind)\(title)"] + gap
      + fields.map { style.line($0.name.title, $0.value) }
  }
}
