import StatusSyntax

/// Which profile a tree uses, and how that is known.
package struct ProfileDetection: Sendable {
  /// The profile.
  package let profile: Profile
  /// Why, in a few words for people.
  package let reason: String

  private init(profile: Profile, reason: String) {
    self.profile = profile
    self.reason = reason
  }

  /// A requested profile.
  package init(requested profile: Profile) {
    self.profile = profile
    self.reason = "as requested"
  }

  /// The profile of a tree: what most entries of its registry look like; where no entry decides, the directories
  /// that are next to the tree.
  package init(registry: JSONTree?, hasClaudeDirectory: Bool, hasOpencodeDirectory: Bool) {
    let (claude, opencode) = registry?.root.map(Self.votes) ?? (0, 0)
    if claude > opencode {
      profile = .claude
      reason =
        "\(claude) of \(claude + opencode) entries use task_type or object artifacts"
    } else if opencode > 0 {
      profile = .opencode
      reason =
        "\(opencode) of \(claude + opencode) entries use path artifacts and no task_type"
    } else if hasClaudeDirectory && !hasOpencodeDirectory {
      profile = .claude
      reason = "there is a .claude/ but no .opencode/ next to the tree"
    } else {
      profile = .opencode
      reason = "default profile"
    }
  }

  /// The profile of a tree whose registry is not there or cannot be read: what its Markdown files look like; where they do
  /// not tell, the directories that are next to the tree.
  package init(markdown fields: ProfileFields, hasClaudeDirectory: Bool, hasOpencodeDirectory: Bool) {
    let all = fields.claude + fields.opencode
    guard fields.claude != fields.opencode else {
      let fallback = ProfileDetection(
        registry: nil, hasClaudeDirectory: hasClaudeDirectory, hasOpencodeDirectory: hasOpencodeDirectory)
      self.init(profile: fallback.profile, reason: "\(Self.unread); \(fallback.reason)")
      return
    }
    let isClaude = fields.claude > fields.opencode
    let count = max(fields.claude, fields.opencode)
    self.init(
      profile: isClaude ? .claude : .opencode,
      reason: "\(Self.unread); \(count) of \(all) type and language fields of TODO.md and the plans are "
        + (isClaude ? "Task Type or Type" : "Language"))
  }

  private static let unread = "state.json cannot be read"

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
