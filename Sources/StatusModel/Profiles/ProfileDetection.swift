import StatusSyntax

/// Which profile a tree uses, and how that is known.
package struct ProfileDetection: Sendable {
  /// The profile.
  package let profile: Profile
  /// Why, in a few words for people.
  package let reason: String

  /// Whether TODO.md and the plans, or their place, decided.
  package let dependsOnMarkdown: Bool

  private init(_ profile: Profile, _ reason: String, dependsOnMarkdown: Bool = false) {
    self.profile = profile
    self.reason = reason
    self.dependsOnMarkdown = dependsOnMarkdown
  }

  /// The same profile as a project changes it.
  package func changed(by changes: ProfileChanges) -> ProfileDetection {
    ProfileDetection(profile.changed(by: changes), reason, dependsOnMarkdown: dependsOnMarkdown)
  }

  /// A requested profile.
  package init(requested profile: Profile) { self.init(profile, "as requested") }

  /// The profile of a tree by what most entries of its registry look like; nil where no entry decides.
  package init?(registry: JSONTree?) {
    let (claude, opencode) = registry?.root.map(Self.votes) ?? (0, 0)
    guard claude + opencode > 0 else { return nil }
    self =
      claude > opencode
      ? Self(.claude, "\(claude) of \(claude + opencode) entries use task_type or object artifacts")
      : Self(.opencode, "\(opencode) of \(claude + opencode) entries use path artifacts and no task_type")
  }

  /// The profile of a tree whose registry, nil if it is not there or cannot be read, does not decide: what its Markdown
  /// files look like, and which directories are next to the tree. Both profiles may have Language, so beside a registry
  /// that can be read a directory counts for more.
  package init(
    markdown fields: ProfileFields, undecided registry: JSONTree?, hasClaudeDirectory: Bool,
    hasOpencodeDirectory: Bool
  ) {
    let hasEntries = registry?.root?["active_projects"]?.elements.isEmpty == false
    let unread = registry == nil ? "state.json cannot be read; " : ""
    let isClaude = fields.claude > fields.opencode
    let isByDirectory = hasClaudeDirectory && !hasOpencodeDirectory
    let profile: Profile
    let reason: String
    if fields.claude != fields.opencode, isClaude || registry == nil || !isByDirectory {
      let (count, all) = (max(fields.claude, fields.opencode), fields.claude + fields.opencode)
      profile = isClaude ? .claude : .opencode
      reason =
        "\(count) of \(all) type and language fields of TODO.md and the plans are "
        + (isClaude ? "Task Type or Type" : "Language")
    } else {
      profile = isByDirectory ? .claude : .opencode
      reason =
        isByDirectory ? "there is a .claude/ but no .opencode/ next to the tree" : "default profile"
    }
    self.init(hasEntries ? profile : profile.assumed(), unread + reason, dependsOnMarkdown: true)
  }

  /// How many entries have the keys of the one profile, and of the other; an entry without a type and artifacts
  /// has no vote.
  private static func votes(_ registry: JSONValue) -> (claude: Int, opencode: Int) {
    var claude = 0
    var opencode = 0
    guard let entries = registry["active_projects"]?.elements else { return (0, 0) }
    for entry in entries {
      var isClaude = false
      var isOpencode = false
      for member in entry.members {
        if member.keyEquals("task_type") { isClaude = true }
        guard member.keyEquals("artifacts") else { continue }
        isClaude = isClaude || member.kind == .object || member.elements.contains { $0.kind == .object }
        isOpencode = member.elements.contains { $0.kind == .string }
      }
      if isClaude { claude += 1 } else if isOpencode { opencode += 1 }
    }
    return (claude, opencode)
  }
}
