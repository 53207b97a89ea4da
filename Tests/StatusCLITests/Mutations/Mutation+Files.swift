extension Mutation {
  /// Those that the directories and artifacts of tasks show.
  static let files = [
    Mutation(
      rule: "missing-project-state", name: "no project state", profiles: [.opencode],
      edit: removing(isState)),
    Mutation(
      rule: "missing-artifact", name: "a report that is gone", edit: removing(isReport)),
    Mutation(
      rule: "empty-artifact", name: "a report with nothing in it", edit: text(of: isReport) { _ in "" }),
    Mutation(
      rule: "unlinked-artifact", name: "a report that nothing links",
      edit: adding("reports/research-009.md", "# Wine\n", whereThereIs: isReport)),
    Mutation(
      rule: "artifact-path", name: "a path from the root of the disk", profiles: [.opencode],
      edit: replacing("[specs/", with: "[/home/specs/", in: Breakage.todo)),
    Mutation(
      rule: "artifact-path", name: "a link from the root of the disk", profiles: [.claude],
      edit: text(of: Breakage.todo) { $0.replacing(#/\]\(/#, with: "](/home/", maxReplacements: 1) }),
    Mutation(
      rule: "foreign-artifact", name: "a link to the report of another task",
      edit: text(of: Breakage.todo) { text in
        let links = text.matches(of: #/[\[\(]((?:specs\/)?\d+_\w+\/reports\/[^\]\)]*)[\]\)]/#)
        guard let first = links.first, let last = links.last else { return text }
        return text.replacingCharacters(in: last.1.startIndex..<last.1.endIndex, with: "\(first.1)")
      }),
    Mutation(
      rule: "orphan-project-directory", name: "a directory of no task",
      edit: { tree in
        tree.files["specs/900_paint_the_wall/reports/research-001.md"] = Array("# Paint\n".utf8)
        return true
      }),
    Mutation(
      rule: "duplicate-project-directory", name: "a second directory",
      edit: { tree in
        guard let path = tree.files.keys.sorted().first(where: isReport) else { return false }
        let number = path.split(separator: "/")[1].prefix(3)
        tree.files["specs/\(number)_tidy_up/notes.txt"] = Array("as they were\n".utf8)
        return true
      }),
    Mutation(
      rule: "plan-file-name", name: "a plan whose name says nothing",
      also: ["unlinked-artifact"],
      edit: { tree in
        // The phases and fields of a plan that is good otherwise.
        guard let plan = tree.files.keys.sorted().first(where: Breakage.plan), let bytes = tree.files[plan],
          let slash = plan.lastIndex(of: "/")
        else { return false }
        tree.files[plan[..<slash] + "/cellar.md"] = bytes
        return true
      }),
    Mutation(
      rule: "name-mismatch", name: "another name in the registry",
      alsoIn: [.opencode: ["project-state-mismatch"]],
      edit: text(of: Breakage.registry) {
        $0.replacing(#/"project_name": ".*"/#, with: "\"project_name\": \"tidy_up\"", maxReplacements: 1)
      }),
    Mutation(
      rule: "directory-name", name: "a hyphen after the number", also: ["missing-artifact"],
      alsoIn: [.claude: ["unlinked-artifact"]],
      edit: moving(whereThereIs: isReport) { $0.replacing("_", with: "-", maxReplacements: 1) }),
  ]

  /// Whether a path is the report of a task at hand.
  static let isReport: @Sendable (String) -> Bool = { $0.contains("/reports/") && !$0.contains("/archive/") }
}
