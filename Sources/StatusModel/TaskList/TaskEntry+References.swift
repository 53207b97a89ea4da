import StatusText

extension TaskEntry {
  /// The tasks that a task depends on, by its fields Dependencies, Depends on and Blocked by.
  static func dependencies(in fields: [Field], of source: SourceText) -> [TaskReferences] {
    references(in: fields, of: source) { $0 == .dependencies || $0 == .dependsOn || $0 == .blockedBy }
  }

  /// The tasks that wait for a task, by its field Blocking.
  static func blocking(in fields: [Field], of source: SourceText) -> [TaskReferences] {
    references(in: fields, of: source) { $0 == .blocking }
  }

  private static func references(
    in fields: [Field], of source: SourceText, _ isMeant: (FieldName) -> Bool
  ) -> [TaskReferences] {
    fields.filter { $0.name.map(isMeant) ?? false }.map { TaskReferences($0, in: source) }
  }
}
