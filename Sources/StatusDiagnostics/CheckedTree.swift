/// A tree that was checked, and the profile that it was judged by.
package struct CheckedTree: Sendable, Equatable {
  /// Its root, from the repository root; empty for the repository itself.
  package var root: String
  /// The profile's name ("opencode").
  package let profile: String
  /// Why this profile: "most entries have task_type".
  package let profileReason: String

  /// The tree at `root`.
  package init(root: String, profile: String, profileReason: String) {
    self.root = root
    self.profile = profile
    self.profileReason = profileReason
  }
}
