import StatusModel

/// Where the standard has a task's fields (docs/format.md, "TODO.md"): behind which others a new one goes.
enum FieldPlace {
  private static let dates: [FieldName] = [
    .started, .researched, .planned, .revised, .completed, .blocked, .abandoned,
  ]

  /// The field of `fields` that a new date goes behind: the last of Status and of the dates that come before it.
  static func anchor(forDate event: StatusEvent, in fields: [Field]) -> Field? {
    let earlier = dates.prefix { $0 != event.field }
    return last(of: [.status] + earlier, in: fields) ?? last(of: dates, in: fields) ?? fields.first
  }

  /// The field that a reason goes behind.
  static func anchorForReason(in fields: [Field]) -> Field? {
    last(of: [.blocking, .dependencies, .dependsOn, .blockedBy], in: fields)
      ?? last(of: [.status] + dates, in: fields) ?? fields.first
  }

  /// The field that a link goes behind: those that say what the task is, and the links that come before it.
  static func anchorForLink(after earlier: [FieldName], in fields: [Field]) -> Field? {
    let head: [FieldName] = [
      .effort, .status, .priority, .language, .taskType, .type, .blocking, .dependencies, .dependsOn,
      .blockedBy, .blockingReason, .abandonmentReason,
    ]
    return last(of: head + dates + earlier, in: fields) ?? fields.first
  }

  private static func last(of names: [FieldName], in fields: [Field]) -> Field? {
    fields.last { $0.name.map(names.contains) ?? false }
  }
}
