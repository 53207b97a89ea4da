import StatusText

extension TaskEntry {
  /// The tasks that it depends on, by its fields Dependencies, Depends on and Blocked by; `source` is TODO.md.
  package func dependencies(in source: SourceText) -> [TaskReference] {
    references(in: source) { $0 == .dependencies || $0 == .dependsOn || $0 == .blockedBy }
  }

  /// The tasks that wait for it, by its field Blocking; `source` is TODO.md.
  package func blocking(in source: SourceText) -> [TaskReference] {
    references(in: source) { $0 == .blocking }
  }

  private func references(in source: SourceText, _ isMeant: (FieldName) -> Bool) -> [TaskReference] {
    fields.flatMap { field -> [TaskReference] in
      guard let name = field.name, isMeant(name) else { return [] }
      // A value that begins on the next line is a list of its own.
      return TaskReferences(source, in: field.valueRange.isEmpty ? field.region : field.valueRange).items
    }
  }
}
