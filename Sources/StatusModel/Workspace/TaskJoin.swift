import StatusText

/// Joins tasks by number, and finds the plan that is in force for each.
struct TaskJoin {
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
    for (index, file) in files.enumerated() where file.kind == .plan && file.plan != nil {
      plansByDirectory[file.directory, default: []].append(index)
      planByPath[file.path] = index
      planNames.insert(Self.name(file.path))
    }
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
      let own = (directoriesByNumber[number] ?? []).sorted {
        (directories[$0].isArchived ? 1 : 0, $0) < (directories[$1].isArchived ? 1 : 0, $1)
      }
      return TrackedTask(
        number: number, entry: entry, state: state, directories: own,
        currentPlan: currentPlan(own, listLinks: entry?.links ?? [], stateLinks: state?.links ?? []))
    }
  }

  /// The plan that is in force: the one that is linked, by the file that the profile trusts more; without a link
  /// the highest version in the task's directories.
  private func currentPlan(_ own: [Int], listLinks: [WrittenLink], stateLinks: [WrittenLink]) -> Int? {
    for source in authority {
      let links = source == .taskList ? listLinks : stateLinks
      let linked = links.compactMap { $0.role == .plan ? plan($0, own) : nil }
      if let latest = latest(linked) { return latest }
    }
    // Artifacts without a stated type may be plans as well; a mention of another task's plan is not.
    let linked = (listLinks + stateLinks).compactMap { $0.role == .artifact ? plan($0, own) : nil }
      .filter { own.contains(files[$0].directory) }
    // An archived directory of the same number may be another task's.
    return latest(linked)
      ?? latest(own.flatMap { directories[$0].isArchived ? [] : plansByDirectory[$0] ?? [] })
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

  /// The plan at a link: of the name as it is written, else without what points into the file.
  private func plan(_ link: WrittenLink, _ own: [Int]) -> Int? {
    link.whole.flatMap { plan($0, own) } ?? plan(link.path, own)
  }

  private func plan(_ link: String, _ own: [Int]) -> Int? {
    guard planNames.contains(Self.name(link)) else { return nil }
    var found: Int?
    root.visitCandidates(for: link, directories: own.map { directories[$0].path }) { candidate in
      found = planByPath[candidate]
      return found != nil
    }
    return found
  }

  private static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  private func latest(_ plans: [Int]) -> Int? {
    plans.max { (version($0), files[$0].path) < (version($1), files[$1].path) }
  }

  private func version(_ index: Int) -> Int { PlanFileName(path: files[index].path).version ?? -1 }
}
