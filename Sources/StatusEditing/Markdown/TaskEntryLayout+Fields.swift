import StatusModel
import StatusText

extension TaskEntryLayout {
  /// Adds a field that describes the task, where the standard has it; one that is there and empty gets the value.
  package func add(_ name: FieldName, _ value: String, in changes: inout MarkdownChanges) {
    if let field = entry.field(name), field.isEmpty(in: list.source) {
      return changes.setValue(of: field, to: value)
    }
    let order: [FieldName] = [.effort, .status, .priority, .language, .taskType]
    let earlier = order.prefix { $0 != name }
    let anchor = entry.fields.last { $0.name.map(earlier.contains) ?? false }
    if anchor == nil, let first = entry.fields.first {
      changes.insert(name.title, value, before: first)
    } else {
      insert(name.title, value, after: anchor, &changes)
    }
  }

  /// Adds task `number` to those that the entry depends on, spelled as the last of them.
  package func addDependency(on number: Int, in changes: inout MarkdownChanges) {
    guard let field = entry.field(.dependencies) ?? entry.field(.dependsOn) else {
      let places: [FieldName] = [.blocking, .language, .taskType, .priority, .effort, .status]
      let anchor = places.lazy.compactMap { entry.field($0) }.first
      return insert(FieldName.dependencies.title, "\(number)", after: anchor, &changes)
    }
    guard let value = value(of: field, with: number) else { return changes.giveUp() }
    changes.setValue(of: field, to: value)
  }

  /// The value of `field` with another task; nil where it has words or lines that do not belong to a list of tasks.
  private func value(of field: Field, with number: Int) -> String? {
    let source = list.source
    guard field.region.upper <= field.valueRange.upper else { return nil }
    let text = source.text(field.valueRange)
    let known = TaskReferences(source, in: field.valueRange)
    if known.isNone { return Self.placeholders.contains(text.lowercased()) ? "\(number)" : nil }
    guard let last = known.items.last else { return nil }
    let isClosed = text.hasSuffix("]")
    let spelled = prefix(of: last, in: field) + "\(number)"
    let new = isClosed ? "\(text.dropLast()), \(spelled)]" : "\(text), \(spelled)"
    return TaskReferences(new).numbers == known.numbers + [number] ? new : nil
  }

  private static let placeholders: Set<String> = [
    "", "none", "n/a", "-", "\u{2013}", "\u{2014}", "[]", "null",
  ]

  /// What stands before the digits of a task in a list: `Task #`, `#`, or nothing.
  private func prefix(of item: TaskReference, in field: Field) -> String {
    let before = list.source.text(ByteRange(field.valueRange.lower, item.range.lower))
    return ["Task #", "Task ", "task #", "task ", "#"].first { before.hasSuffix($0) } ?? ""
  }
}
