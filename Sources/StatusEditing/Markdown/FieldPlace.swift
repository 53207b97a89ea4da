import StatusModel

/// Where a new field of a task belongs (docs/format.md, "TODO.md"): the fields that it follows.
package enum FieldPlace {
  private static let dates = StatusEvent.allCases.map(\.field)

  /// The field of `fields` that a new date follows: the last one of Status and the earlier dates.
  static func anchor(forDate event: StatusEvent, in fields: [Field]) -> Field? {
    let earlier = dates.prefix { $0 != event.field }
    return last(of: [.status] + earlier, in: fields) ?? last(of: dates, in: fields)
  }

  /// The field that a reason follows.
  static func anchorForReason(in fields: [Field]) -> Field? {
    last(of: [.blocking, .dependencies, .dependsOn, .blockedBy], in: fields)
      ?? last(of: [.status] + dates, in: fields)
  }

  /// The field that a link follows: the fields that describe the task, and the earlier links.
  package static func anchorForLink(after earlier: [FieldName], in fields: [Field]) -> Field? {
    let head: [FieldName] = [
      .effort, .status, .priority, .language, .taskType, .type, .blocking, .dependencies, .dependsOn,
      .blockedBy,
    ]
    return last(of: head + HaltReason.allCases.map(\.field) + dates + earlier, in: fields) ?? fields.first
  }

  private static func last(of names: [FieldName], in fields: [Field]) -> Field? {
    fields.last { $0.name.map(names.contains) ?? false }
  }
}
