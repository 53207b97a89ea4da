import StatusClaims
import StatusEngine
import StatusFormats
import StatusRules

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
      guard let format = request.format(of: location) else { continue }
      var whole = location
      whole.shown = []
      roots.append(try read(format, whole, isLocked: false))
    }
  }

  /// The trees of our own format.
  var ownTrees: [TreeLocation] { request.locations.filter { $0.format == nil } }

  /// Whether one of our own trees has the task `number`.
  func isOwn(_ number: Int) throws(CommandError) -> Bool {
    for location in ownTrees where try request.load(location).task(number) != nil { return true }
    return false
  }

  /// The subjects that `text` may mean.
  func named(_ text: String) -> [Found] {
    roots.flatMap { root in root.subjects.named(text).map { (root, $0) } }
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
