import StatusClaims
import StatusText

/// Everything that one root says: the main one of a `.planning`, a workstream, or a project in it.
///
/// A class, because each group of rules has it.
final class GSDProject: Sendable {
  let tree: PlanTree
  /// The code of the project, which names may begin with.
  let code: String?
  let roadmap: Roadmap?
  let requirements: Requirements?
  let state: GSDState?
  /// The directories of phases, in the order of their names.
  let directories: [PhaseDirectory]
  /// The numbers that have a directory.
  let numbersOnDisk: Set<GSDNumber>
  /// The names of directories in phases/ that begin with no number.
  let unnumbered: [String]
  let milestones: GSDMilestones
  let phases: [GSDPhase]
  private let byNumber: [GSDNumber: [GSDPhase]]
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
    directories = tree.map(names) { PhaseDirectory($0, in: tree, code: code) }.compactMap(\.self)
    unnumbered = names.filter { PhaseDirectory.parse($0, code: code) == nil }
    milestones = GSDMilestones(roadmap)
    phases = Self.phases(roadmap, state, milestones, directories)
    byNumber = Dictionary(grouping: phases, by: \.number)
    numbersOnDisk = Set(directories.map(\.number))
    known = shared.numbers.union(roadmap?.numbers ?? [])
    archivedRequirements = shared.requirements
  }

  private static func phases(
    _ roadmap: Roadmap?, _ state: GSDState?, _ milestones: GSDMilestones, _ directories: [PhaseDirectory]
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
  func phases(_ number: GSDNumber) -> [GSDPhase] { byNumber[number] ?? [] }

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
}
