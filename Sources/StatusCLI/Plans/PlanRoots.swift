import StatusClaims
import StatusEngine
import StatusFormats
import StatusRules
import StatusText

/// The roots of other formats that a command finds, with what they keep.
struct PlanRoots {
  /// A root, as it was read.
  struct Root {
    /// Where it is.
    let location: TreeLocation
    /// Its format.
    let format: any PlanFormat
    /// Its files.
    let snapshot: PlanSnapshot
    /// What it keeps.
    let subjects: PlanSubjects
    /// Whether upstream's commands mean it if they name none.
    var isCurrent: Bool { format.isCurrent(snapshot.tree) }
  }

  /// A subject, and the root that keeps it.
  typealias Found = (root: Root, subject: PlanSubject)

  /// The roots, in the order in which they are found.
  private(set) var roots: [Root] = []
  private let request: TreeRequest

  /// The roots of `formats` in the working directory, or in the directory that an option names.
  init(_ common: CommonOptions, _ formats: FormatChoice, in surroundings: Surroundings) throws(CommandError) {
    var rootless = common
    rootless.root = nil
    request = try TreeRequest(
      paths: common.root.map { [$0] } ?? [], common: rootless, commandLine: common.commandLine,
      formats: formats, in: surroundings)
    for location in request.locations {
      guard let format = request.format(of: location), !Self.isAround(location, request.locations) else {
        continue
      }
      var whole = location
      whole.shown = []
      roots.append(try read(format, whole, isLocked: false))
    }
  }

  /// Whether `location` is only around a root of its format that is meant.
  private static func isAround(_ location: TreeLocation, _ others: [TreeLocation]) -> Bool {
    !location.shown.isEmpty
      && others.contains { other in
        other.format == location.format && other.repository == location.repository
          && other.root.path != location.root.path
          && PathText.rest(of: other.root.path, below: location.root.path) != nil
      }
  }

  /// The trees of our own format.
  var ownTrees: [TreeLocation] { request.locations.filter { $0.format == nil } }

  /// Whether one of our own trees has the task `number`.
  func isOwn(_ number: Int) throws(CommandError) -> Bool {
    for location in ownTrees where try request.load(location).task(number) != nil { return true }
    return false
  }

  /// The subjects that `text` may mean; of the roots of a format, the current one comes before all others.
  func named(_ text: String) -> [Found] {
    let found = roots.flatMap { root in root.subjects.named(text).map { (root, $0) } }
    if found.count < 2 { return found }
    let current = Set(found.filter(\.0.isCurrent).map(\.0.format.name))
    return found.filter { root, _ in root.isCurrent || !current.contains(root.format.name) }
  }

  /// A root as it is now; with `isLocked`, the caller keeps others from writing.
  func read(_ root: Root, isLocked: Bool) throws(CommandError) -> Root {
    try read(root.format, root.location, isLocked: isLocked)
  }

  private func read(
    _ format: any PlanFormat, _ location: TreeLocation, isLocked: Bool
  ) throws(CommandError) -> Root {
    let selection = try request.configuration(of: location).selection()
    let snapshot = try request.load(format, at: location, selection: selection, isLocked: isLocked)
    return Root(location: location, format: format, snapshot: snapshot, subjects: snapshot.subjects)
  }
}
