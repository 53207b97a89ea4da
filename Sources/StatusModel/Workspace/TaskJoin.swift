import StatusText

/// Joins tasks by number, and finds the current plan of each. A class, since it is handed on for each link.
final class TaskJoin {
  private let files: [TrackedFile]
  private let root: SpecsRoot
  private let authority: [Profile.Authority]
  private let directories: [ProjectDirectory]
  private let only: Set<Int>?
  private var directoriesByNumber: [Int: [Int]] = [:]
  private var plansByDirectory: [Int: [Int]] = [:]
  private var planByPath: [String: Int] = [:]
  /// The names of all plans, without their directories: most links are to something else, and soon told apart.
  private var planNames: Set<String> = []
  /// The directories plans/ that could not be listed, so their plans are unknown.
  private var unlisted: [Int] = []

  /// A plan that may be the current plan.
  private enum Candidate {
    /// The index of its file.
    case file(Int)
    /// The path of a link to a plan that is not there.
    case missing(String)
  }

  /// Joins all tasks, or `only` these.
  init(
    files: [TrackedFile], directories: [ProjectDirectory], root: SpecsRoot, authority: [Profile.Authority],
    only: Set<Int>?
  ) {
    self.files = files
    self.directories = directories
    self.root = root
    self.authority = authority
    self.only = only
    for (index, directory) in directories.enumerated() where isMeant(directory.number) {
      directoriesByNumber[directory.number, default: []].append(index)
    }
    for (index, file) in files.enumerated() where file.kind == .plan {
      // The content of an unreadable file is unknown, so its name decides which plan it is.
      if file.isUnreadable || file.plan != nil { plansByDirectory[file.directory, default: []].append(index) }
      if Self.isDirectory(file) { unlisted.append(index) }
      planByPath[file.path] = index
      planNames.insert(PathText.name(of: file.path))
    }
  }

  /// Whether the file stands for a plans/ that could not be listed.
  private static func isDirectory(_ file: TrackedFile) -> Bool {
    file.failure != nil && !file.path.hasSuffix(".md")
  }

  private func isMeant(_ task: Int) -> Bool { only?.contains(task) ?? true }

  /// The tasks.
  func tasks(_ list: TaskList?, _ registry: StateFile?) -> [TrackedTask] {
    var entries: [Int: TaskEntry] = [:]
    var states: [Int: StateEntry] = [:]
    var numbers: [Int] = []
    for entry in list?.tasks ?? [] where isMeant(entry.number) && entries[entry.number] == nil {
      entries[entry.number] = entry
      numbers.append(entry.number)
    }
    for state in registry?.entries ?? [] {
      guard let number = state.number, isMeant(number), states[number] == nil else { continue }
      states[number] = state
      if entries[number] == nil { numbers.append(number) }
    }
    return numbers.map { number in
      let entry = entries[number]
      let state = states[number]
      let own = archivedLast(directoriesByNumber[number] ?? [])
      let plan = currentPlan(own, listLinks: entry?.links ?? [], stateLinks: state?.links ?? [])
      var current: Int?
      var missing: String?
      switch plan {
      case .file(let index): current = index
      case .missing(let path): missing = path
      case nil: break
      }
      return TrackedTask(
        number: number, entry: entry, state: state, directories: own, currentPlan: current,
        missingPlan: missing)
    }
  }

  /// Some indices of directories, which are sorted, with those of archived ones last.
  private func archivedLast(_ indices: [Int]) -> [Int] {
    if indices.count < 2 { return indices }
    return indices.filter { !directories[$0].isArchived } + indices.filter { directories[$0].isArchived }
  }

  /// The current plan: the one that is linked, by the file that the profile trusts more; without a link
  /// the highest version in the task's directories. Whether it can be read, or is there at all, is another question: no
  /// other version takes its place.
  private func currentPlan(_ own: [Int], listLinks: [WrittenLink], stateLinks: [WrittenLink]) -> Candidate? {
    for source in authority {
      let links = source == .taskList ? listLinks : stateLinks
      if let latest = latest(links.compactMap { $0.namesPlan ? candidate($0, own) : nil }) {
        return latest
      }
    }
    // Artifacts without a stated type may be plans as well; a mention of another task's plan is not.
    let linked = (listLinks + stateLinks).compactMap { $0.role == .artifact ? artifact($0, own) : nil }
    // An archived directory of the same number may be another task's.
    return latest(linked)
      ?? latest(own.flatMap { directories[$0].isArchived ? [] : plansByDirectory[$0] ?? [] }).map {
        .file($0)
      }
  }

  /// The plan that a link names as one; nil for a link to something else than a Markdown file.
  private func candidate(_ link: WrittenLink, _ own: [Int]) -> Candidate? {
    if let index = plan(link, own) { return .file(index) }
    return link.path.hasSuffix(".md") ? .missing(link.path) : nil
  }

  /// The plan of the task's own that a link to an artifact leads to.
  private func artifact(_ link: WrittenLink, _ own: [Int]) -> Candidate? {
    if let index = plan(link, own) {
      let isPlan = files[index].plan != nil || files[index].isUnreadable
      return isPlan && own.contains(files[index].directory) ? .file(index) : nil
    }
    guard PlanFileName(path: link.path).isStandard else { return nil }
    let places = own.map { directories[$0].path }
    let isOwn = root.visitCandidates(for: link.path, directories: places) { candidate in
      places.contains { candidate.hasPrefix("\($0)/plans/") }
    }
    return isOwn ? .missing(link.path) : nil
  }

  /// The plans that are their archived task's current one: the one that the archive's registry links, else the highest
  /// version, of each directory in the archive.
  func archivedPlans(_ registry: StateFile?) -> [Int] {
    var links: [Int: [WrittenLink]] = [:]
    for entry in registry?.entries ?? [] {
      if let number = entry.number { links[number, default: []] += entry.links.filter { $0.role == .plan } }
    }
    return plansByDirectory.compactMap { index, plans in
      guard directories[index].isArchived else { return nil }
      let linked = (links[directories[index].number] ?? []).compactMap { plan($0, [index]) }
      return latest(linked.filter { files[$0].directory == index }) ?? latest(plans)
    }
  }

  /// The plan at a link.
  private func plan(_ link: WrittenLink, _ own: [Int]) -> Int? {
    link.first { plan($0, own) }
  }

  private func plan(_ link: String, _ own: [Int]) -> Int? {
    guard planNames.contains(PathText.name(of: link)) || !unlisted.isEmpty else { return nil }
    var found: Int?
    root.visitCandidates(for: link, directories: own.map { directories[$0].path }) { candidate in
      found = planByPath[candidate] ?? unlisted.first { candidate.hasPrefix(files[$0].path + "/") }
      return found != nil
    }
    return found
  }

  private func latest(_ plans: [Int]) -> Int? {
    plans.max { (version($0), files[$0].path) < (version($1), files[$1].path) }
  }

  /// The candidate of the highest version; of two of one version the one that is there.
  private func latest(_ plans: [Candidate]) -> Candidate? {
    func rank(_ plan: Candidate) -> (Int, Int, String) {
      switch plan {
      case .file(let index): (version(index), 1, files[index].path)
      case .missing(let path): (PlanFileName(path: path).version ?? -1, 0, path)
      }
    }
    return plans.max { rank($0) < rank($1) }
  }

  /// The version that a file's name claims; a directory that could not be listed may hold any.
  private func version(_ index: Int) -> Int {
    if Self.isDirectory(files[index]) { return Int.max }
    return PlanFileName(path: files[index].path).version ?? -1
  }
}
