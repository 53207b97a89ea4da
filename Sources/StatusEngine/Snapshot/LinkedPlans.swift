import StatusFileSystem
import StatusModel

/// Finds the plans that tasks link and that do not lie in plans/ of a directory with a task's name. The archive is left out:
/// it is history.
struct LinkedPlans {
  /// A plan that was found.
  struct Found {
    /// The path from the repository root.
    let path: String
    /// The task that links it.
    let task: Int
  }

  private let source: any TreeSource
  private let root: SpecsRoot
  /// The directories of tasks, whose plans/ are read anyway.
  private let known: Set<String>
  private let directories: [Int: [String]]

  /// A search beside the `known` directories of tasks.
  init(_ source: any TreeSource, in root: SpecsRoot, beside known: [ProjectDirectory]) {
    self.source = source
    self.root = root
    self.known = Set(known.map(\.path))
    directories = Dictionary(grouping: known.filter { !$0.isArchived }, by: \.number).mapValues {
      $0.map(\.path)
    }
  }

  /// The plans that the tasks of `list` and `registry` link, each once.
  func find(_ list: TaskList?, _ registry: StateFile?) -> [Found] {
    let links =
      (list?.tasks ?? []).map { ($0.number, $0.links) }
      + (registry?.entries ?? []).compactMap { entry in entry.number.map { ($0, entry.links) } }
    var seen: Set<String> = []
    return links.flatMap { task, links in
      links.compactMap { link in
        guard let path = path(of: link, task), seen.insert(path).inserted else { return nil }
        return Found(path: path, task: task)
      }
    }
  }

  /// Where a link leads, if that is such a plan.
  private func path(of link: WrittenLink, _ task: Int) -> String? {
    for text in link.texts where mayBePlan(text, link.role) {
      var found: String?
      let isThere = root.visitCandidates(for: text, directories: directories[task] ?? []) { place in
        guard root.contains(place), !isKnown(place) else { return root.contains(place) }
        guard source.exists(place) else { return false }
        found = isPlan(place, link.role) ? place : nil
        return true
      }
      if isThere { return found }
    }
    return nil
  }

  /// Whether a link may lead to such a plan, by its words alone: nearly all plans lie where they are read anyway.
  private func mayBePlan(_ text: String, _ role: WrittenLink.Role) -> Bool {
    guard text.hasSuffix(".md") else { return false }
    guard let directory = ProjectDirectory.aroundPlans(text) else { return role == .plan }
    return !known.contains(directory) && !known.contains(root.path(directory))
  }

  /// Whether `place` lies in the archive, or where plans are read anyway.
  private func isKnown(_ place: String) -> Bool {
    if ["archive/", "vault/"].contains(where: { place.hasPrefix(root.path($0)) }) { return true }
    return ProjectDirectory.aroundPlans(place).map(known.contains) ?? false
  }

  /// Whether what is linked is a plan by the link, and not a report by its place; or by its name and place.
  private func isPlan(_ place: String, _ role: WrittenLink.Role) -> Bool {
    if role == .plan { return !["/reports/", "/summaries/"].contains(where: place.contains) }
    return ProjectDirectory.aroundPlans(place) != nil && PlanFileName(path: place).isStandard
  }
}
