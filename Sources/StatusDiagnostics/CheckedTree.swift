/// A tree that was checked, and what it was judged by: a profile of our format, or another format.
package struct CheckedTree: Sendable, Equatable {
  /// Its root, from the repository root; empty for the repository itself.
  package var root: String
  /// The profile's name ("opencode"), or that of the other format ("openspec").
  package let profile: String
  /// Why this profile: "most entries have task_type"; what was read in another format.
  package let profileReason: String
  /// Whether it is a tree of another format.
  package let isOtherFormat: Bool

  /// The tree at `root`.
  package init(root: String, profile: String, profileReason: String) {
    self.root = root
    self.profile = profile
    self.profileReason = profileReason
    isOtherFormat = false
  }

  /// The root of another format at `root`, of which so many files were read.
  package init(root: String, format: String, files: Int) {
    self.init(
      root: root, format: format,
      reason: "\(files) \(files == 1 ? "file" : "files") in \(root.isEmpty ? "." : root)")
  }

  /// The root of another format at `root`; `reason` says more of it.
  package init(root: String, format: String, reason: String) {
    self.root = root
    profile = format
    profileReason = reason
    isOtherFormat = true
  }
}
