import StatusSyntax

/// A step that is not legal, and that the caller allowed with a reason: the project state has a record of it.
package struct TransitionOverride: Hashable, Sendable {
  /// The key of the list of these records in a project state.
  package static let key = "transition_overrides"

  /// The status before.
  package let old: Status
  /// The status afterwards.
  package let new: Status
  /// When and why, as far as the record says so: two records of the same step differ in that.
  private let circumstances: [String]

  /// The records in the project state `root`, in order; those that are not complete are left out.
  package static func all(in root: JSONValue?, _ vocabulary: StatusVocabulary) -> [TransitionOverride] {
    guard let records = root?[key]?.elements else { return [] }
    return records.compactMap { record in
      guard let old = status(record["from"], vocabulary), let new = status(record["to"], vocabulary) else {
        return nil
      }
      let circumstances = [record["timestamp"]?.string ?? "", record["reason"]?.string ?? ""]
      return TransitionOverride(old: old, new: new, circumstances: circumstances)
    }
  }

  private static func status(_ value: JSONValue?, _ vocabulary: StatusVocabulary) -> Status? {
    value?.string.flatMap { vocabulary.reading(ofValue: Array($0.utf8)[...]).status }
  }
}

extension TrackedFile {
  /// The illegal steps that were allowed, if the file is a project state.
  package func transitionOverrides(_ vocabulary: StatusVocabulary) -> [TransitionOverride] {
    kind == .projectState && !isUnreadable
      ? TransitionOverride.all(in: JSONTree(source).root, vocabulary) : []
  }
}
