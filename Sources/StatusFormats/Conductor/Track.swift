import StatusClaims
import StatusDiagnostics
import StatusText

/// The directory of a track.
struct Track {
  /// The name of the directory, which is the id.
  let id: String
  /// The directory, from the root: "tracks/water_beds".
  let directory: String
  /// A file of it, for what is said about the whole.
  let place: Location
  /// The tasks; nil without a plan.
  let plan: Checklist?
  /// The file `metadata.json`, if there is one.
  let metadata: PlanFile?

  /// The directory of finished tracks.
  static let archive = "archive"

  /// Whether it lies in the archive, where mistakes are only worth a look.
  var isArchived: Bool { PathText.first(of: directory) == Self.archive }
  /// What findings are about.
  var subject: String { "track \(id)" }
  /// How much matters what is wrong in a file.
  func severity(_ severity: Severity) -> Severity { isArchived ? .info : severity }
  /// The rules for its tasks; nil without a plan.
  var rules: ChecklistRules? {
    plan.map { ChecklistRules($0, Conductor.dialect, owner: subject, prefix: id) }
  }
  /// The status in `metadata.json`.
  var status: PlacedText? { PlacedText(metadata?.json?["status"]) }

  /// The track in `directory` of `tree`; nil if there is none of its files.
  init?(_ directory: String, in tree: PlanTree) {
    let names = Set(tree.fileNames(in: directory))
    guard let name = Conductor.files.first(where: names.contains) else { return nil }
    id = PathText.name(of: directory)
    self.directory = directory
    place = Location(path: tree.whole("\(directory)/\(name)"), range: .zero)
    plan = tree.files["\(directory)/plan.md"]?.checklist(Conductor.dialect)
    metadata = tree.files["\(directory)/metadata.json"]
  }
}
