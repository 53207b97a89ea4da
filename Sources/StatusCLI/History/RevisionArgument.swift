import StatusHistory

/// The name of a revision.
enum RevisionArgument {
  static func read(_ text: String, for option: String) throws(CommandError) -> RevisionName {
    if let name = RevisionName(text) { return name }
    throw .invalidValue(
      text, for: option,
      hint: "give a branch, a tag or a commit; main... is the last commit that main and HEAD have in common")
  }
}
