import StatusFileSystem
import StatusModel
import StatusText

/// Finds the plans that tasks link and that do not lie in plans/ of a directory that is read anyway. Of the archive,
/// these are the plans of open tasks: the rest is history.
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
  /// The directories whose plans/ are read anyway, from the root of the tree.
  private let known: Set<String>
  /// The directories of each task, archived ones last.
  private let directories: [Int: [String]]
  /// Of each task, where its plans lie that are read anyway, from the repository root.
  private let ownPlans: [Int: [String]]

  /// A search beside the directories of tasks, of which those at the paths `known` are read anyway.
  init(
    _ source: any TreeSource, in root: SpecsRoot, beside directories: [ProjectDirectory], known: Set<String>
  ) {
    self.source = source
    self.root = root
    let active = directories.filter { !$0.isArchived }
    let archived = directories.filter(\.isArchived)
    self.known = Set(known.lazy.map { root.restInTree($0) ?? $0 })
    let grouped = Dictionary(grouping: active + archived, by: \.number)
    self.directories = grouped.mapValues { $0.map(\.path) }
    ownPlans = grouped.mapValues { $0.lazy.filter { known.contains($0.path) }.map(\.plansPath) }
  }

  /// The plans that the tasks of `list` and `registry` link, each once.
  func find(_ list: TaskList?, _ registry: StateFile?, _ vocabulary: StatusVocabulary) -> [Found] {
    let open = openTasks(list, registry, vocabulary)
    let links =
      (list?.tasks ?? []).map { ($0.number, $0.links) }
      + (registry?.entries ?? []).compactMap { entry in entry.number.map { ($0, entry.links) } }
    var seen: Set<String> = []
    return links.flatMap { task, links in
      links.compactMap { link in
        guard let path = path(of: link, task, isOpen: open.contains(task)), seen.insert(path).inserted else {
          return nil
        }
        return Found(path: path, task: task)
      }
    }
  }

  /// The tasks that one of the files has with a status that is not final.
  private func openTasks(
    _ list: TaskList?, _ registry: StateFile?, _ vocabulary: StatusVocabulary
  ) -> Set<Int> {
    func isOpen(_ status: Status?) -> Bool { status.map { !vocabulary.isTerminal($0) } ?? false }
    let listed = (list?.tasks ?? []).lazy.filter { isOpen($0.marker?.status) }.map(\.number)
    let recorded = (registry?.entries ?? []).lazy.filter { isOpen($0.certainStatus) }.compactMap(\.number)
    return Set(listed).union(recorded)
  }

  /// Where a link leads, if that is such a plan.
  private func path(of link: WrittenLink, _ task: Int, isOpen: Bool) -> String? {
    var found: String?
    let isThere = link.mayName { text in
      guard mayBePlan(text, link, of: task) else { return false }
      return root.visitCandidates(for: text, directories: directories[task] ?? []) { place in
        guard root.contains(place) else { return false }
        if ProjectDirectory.aroundPlans(place).map(isKnown) ?? false { return true }
        if !isOpen && root.isArchived(place) { return true }
        guard source.exists(place) else { return false }
        found = isPlan(place, link, of: task) ? place : nil
        return true
      }
    }
    return isThere ? found : nil
  }

  /// Whether a link may lead to such a plan, by its words alone: nearly all plans lie where they are read anyway.
  private func mayBePlan(_ text: String, _ link: WrittenLink, of task: Int) -> Bool {
    guard text.hasSuffix(".md") else { return false }
    if let own = ownPlans[task], own.contains(where: { PathText.isBelow(text, $0) }) { return false }
    return ProjectDirectory.aroundPlans(text).map { !isKnown($0) } ?? link.namesPlan
  }

  /// Whether the plans/ of a directory is read anyway; a path of the repository, or of the tree.
  private func isKnown(_ directory: String) -> Bool {
    known.contains(root.restInTree(directory) ?? directory)
  }

  /// Whether what is linked is a plan by the link, and not a report by its place; or by its name and place, which in
  /// the archive has to be the task's.
  private func isPlan(_ place: String, _ link: WrittenLink, of task: Int) -> Bool {
    if link.namesPlan { return !["/reports/", "/summaries/"].contains(where: place.contains) }
    guard let directory = ProjectDirectory.aroundPlans(place), PlanFileName(path: place).isStandard else {
      return false
    }
    return !root.isArchived(place) || directories[task]?.contains(directory) == true
  }
}
