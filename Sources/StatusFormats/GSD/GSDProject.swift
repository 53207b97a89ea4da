import StatusClaims
import StatusText

/// Everything that one root says: the main one of a `.planning`, a workstream, or a project in it.
struct GSDProject {
  let tree: PlanTree
  /// The code of the project, which names may begin with.
  let code: String?
  let roadmap: Roadmap?
  let requirements: Requirements?
  let state: GSDState?
  /// The directories of phases, in the order of their names.
  let directories: [PhaseDirectory]
  /// The names of directories in phases/ that begin with no number.
  let unnumbered: [String]
  let milestones: [GSDMilestone]
  let phases: [GSDPhase]
  /// Every number that the roadmap, another root of the same `.planning`, or the archive knows.
  let known: Set<GSDNumber>
  /// Requirements that an archive defines.
  let archivedRequirements: Set<String>

  /// Reads the root of `tree`.
  init(_ tree: PlanTree) {
    self.tree = tree
    let shared = GSDShared(tree)
    let code = shared.code
    self.code = code
    roadmap = tree.files["ROADMAP.md"].map { RoadmapReader.read($0, code: code) }
    requirements = tree.files["REQUIREMENTS.md"].map { Requirements($0, code: code) }
    state = tree.files["STATE.md"].map { GSDState($0, code: code) }
    let names = tree.directories(in: "phases")
    directories = names.compactMap { PhaseDirectory($0, in: tree, code: code) }
    unnumbered = names.filter { PhaseDirectory.parse($0, code: code) == nil }
    milestones = roadmap.map { GSDMilestone.all(in: $0) } ?? []
    phases = Self.phases(roadmap, state, milestones, directories)
    known = shared.numbers.union(roadmap?.numbers ?? [])
    archivedRequirements = shared.requirements
  }

  private static func phases(
    _ roadmap: Roadmap?, _ state: GSDState?, _ milestones: [GSDMilestone], _ directories: [PhaseDirectory]
  ) -> [GSDPhase] {
    guard let roadmap else { return [] }
    var phases = GSDPhases.all(in: roadmap, state)
    let evidence = PhaseEvidence(directories, phases, roadmap.file.source)
    for index in phases.indices {
      phases[index].directory = evidence.directory(of: phases[index])
      phases[index].isHistory = phases[index].isHistory(milestones)
    }
    return phases
  }

  /// The phases with this number, one for each milestone that has it.
  func phases(_ number: GSDNumber) -> [GSDPhase] { phases.filter { $0.number == number } }

  /// The only phase with this number; nil if there is none, or several.
  func phase(_ number: GSDNumber) -> GSDPhase? {
    let found = phases(number)
    return found.count == 1 ? found[0] : nil
  }

  /// The phase with this number in the milestone of `other`, or the only one.
  func phase(_ number: GSDNumber, beside other: GSDPhase) -> GSDPhase? {
    let found = phases(number)
    let near = found.filter { !$0.labels.isDisjoint(with: other.labels) }
    return near.count == 1 ? near[0] : found.count == 1 ? found[0] : nil
  }

  /// Whether `number` is a phase of something.
  func knows(_ number: GSDNumber) -> Bool { number.isBacklog || known.contains(number) }

  /// The phases to which the roadmap gives each requirement, and the fields that say so; history left out.
  var owners: [String: [(number: GSDNumber, place: ByteRange)]] {
    guard let source = roadmap?.file.source else { return [:] }
    var owners: [String: [(number: GSDNumber, place: ByteRange)]] = [:]
    for section in phases.filter({ !$0.isHistory }).flatMap(\.sections) {
      guard let value = section.fields["requirements"] else { continue }
      for id in Set(Requirements.ids(in: source, value)) {
        owners[id, default: []].append((section.number, value))
      }
    }
    return owners
  }

  /// The milestone with this label.
  func milestone(_ label: MilestoneLabel) -> GSDMilestone? { milestones.first { $0.label == label } }
}

/// Which directory proves what was done in a phase.
struct PhaseEvidence {
  private let directories: [PhaseDirectory]
  private let source: SourceText
  /// Whether numbers begin anew while old directories are still there.
  private let isReused: Bool

  init(_ directories: [PhaseDirectory], _ phases: [GSDPhase], _ source: SourceText) {
    self.directories = directories
    self.source = source
    let titles = Dictionary(grouping: phases, by: \.number).mapValues { $0.flatMap { $0.titles(source) } }
    let misfits = directories.filter { directory in
      let own = titles[directory.number] ?? []
      return !own.isEmpty && !own.contains { Self.isNear($0, directory.slug) }
    }
    let counts = Dictionary(grouping: directories, by: \.number).mapValues(\.count)
    isReused = misfits.count >= 2 || misfits.contains { counts[$0.number] ?? 0 > 1 }
  }

  /// The directory of `phase`; nil if there is none, several, or one that may be of another phase.
  func directory(of phase: GSDPhase) -> PhaseDirectory? {
    let titles = phase.titles(source)
    let fitting = directories.filter { directory in
      guard directory.number == phase.number else { return false }
      if titles.isEmpty { return !isReused }
      return titles.contains { isReused ? Self.isEqual($0, directory.slug) : Self.isNear($0, directory.slug) }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Whether a name shares a word with a title, or the first four letters of one.
  private static func isNear(_ title: Set<ArraySlice<UInt8>>, _ slug: Set<ArraySlice<UInt8>>) -> Bool {
    if slug.isEmpty { return true }
    return slug.contains { word in
      !fillers.contains(word)
        && (title.contains(word)
          || word.count >= 4 && title.contains { $0.count >= 4 && $0.prefix(4) == word.prefix(4) })
    }
  }

  /// Whether a name is made of a title: it has its words, as far as they are ASCII.
  private static func isEqual(_ title: Set<ArraySlice<UInt8>>, _ slug: Set<ArraySlice<UInt8>>) -> Bool {
    title.filter { $0.first.map { $0 < 0x80 } ?? false } == slug
  }

  private static let fillers: Set<ArraySlice<UInt8>> = Set(
    ["a", "and", "the", "of", "for", "to", "in", "on", "with", "or", "phase"].map { Array($0.utf8)[...] })
}

/// What the roots of one `.planning` share: its code, its archive, and the numbers that they know.
struct GSDShared {
  private(set) var code: String?
  private(set) var numbers: Set<GSDNumber> = []
  private(set) var requirements: Set<String> = []

  init(_ tree: PlanTree) {
    let base = GSD.planning(of: tree.root)
    let prefix = base == tree.root ? "" : PlanTree.outside(base) + "/"
    code = tree.files[prefix + "config.json"]?.json?["project_code"]?.string
    for (path, file) in tree.files.sorted(by: { $0.key < $1.key }) where path != "ROADMAP.md" {
      let name = PathText.name(of: path)
      if name.hasSuffix("ROADMAP.md") {
        let roadmap = RoadmapReader.read(file, code: code)
        numbers.formUnion(roadmap.numbers)
        numbers.formUnion(roadmap.milestones.flatMap(\.phases.numbers))
      } else if name == "MILESTONES.md" {
        addNumbers(in: file)
      } else if name.hasSuffix("-REQUIREMENTS.md") {
        requirements.formUnion(Requirements(file, code: code).ids)
      }
    }
    for milestones in Set(["milestones", prefix + "milestones"]) {
      for directory in tree.directories(in: milestones) where directory.hasSuffix("-phases") {
        let path = PlanTree.join(milestones, directory)
        numbers.formUnion(
          tree.directories(in: path).compactMap { PhaseDirectory.parse($0, code: code)?.number })
      }
    }
  }

  /// The phases that MILESTONES.md says were completed: `**Phases completed:** 1-9`.
  private mutating func addNumbers(in file: PlanFile) {
    for line in OpenLines(file).ranges {
      numbers.formUnion(PhaseList.mentions(in: file.source, line, code: code).numbers)
      if let field = GSDField(file.source, line), field.name.hasPrefix("phases") {
        numbers.formUnion(PhaseList(cell: field.value, in: file.source, code: code).numbers)
      }
    }
  }
}
