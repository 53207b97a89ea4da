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
    fields.compactMap { field in
      guard let name = field.name, isMeant(name) else { return nil }
      guard let last = source.bytes[field.valueRange.indices].last else {
        return TaskReferences(source, onLinesOf: field.region)
      }
      // A list that is wrapped goes on after its comma.
      return TaskReferences(source, in: ASCII.isOne(last, of: ",;&") ? field.region : field.valueRange)
    }
  }
}
