import StatusText

/// What a declared format is made of.
package final class FormatParts: Sendable {
  /// The files and directories of which every root has one.
  let rootMarks: [PlacePattern]
  /// The kinds of subjects, by their names.
  let kinds: [String: SubjectKind]
  /// The statuses.
  let statuses: StatusWords
  /// Where claims stand; the earlier ones are trusted more.
  let claims: [ClaimSource]
  /// The rules by which claims are compared.
  let relations: Set<String>

  /// These parts.
  package init(
    rootMarks: [PlacePattern], kinds: [SubjectKind], statuses: StatusWords, claims: [ClaimSource],
    relations: Set<String>
  ) {
    self.rootMarks = rootMarks
    self.kinds = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.statuses = statuses
    self.claims = claims
    self.relations = relations
  }
}
