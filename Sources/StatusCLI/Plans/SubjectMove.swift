import StatusClaims
import StatusEngine
import StatusText

/// What an update does to a subject of another format, as its reports say it.
struct SubjectMove {
  /// A place that it writes.
  struct Place {
    /// The file, from the repository root.
    let path: String
    /// Where it is in the file.
    let position: TextPosition
    /// What people call it.
    let name: String
    /// Its text before.
    let old: String
    /// Its text after.
    let new: String
  }

  /// The root, from the repository root, and its format.
  let root: String
  let format: String
  /// What is moved.
  let kind: String
  let id: String
  /// Its status before; nil if it had none.
  let from: String?
  /// Its status after, as the format writes it.
  let to: String
  /// The places, in the order of files and lines; empty if it is refused.
  let places: [Place]

  /// The move of `subject` to `status`, which writes `places` of `root`.
  init(_ subject: PlanSubject, to status: String, in root: PlanRoots.Root, _ places: [PlanEdits.Place] = []) {
    self.root = root.location.root.path
    format = root.format.name
    kind = subject.kind
    id = subject.id
    from = subject.status
    to = status
    let lines = Dictionary(grouping: places, by: \.location.path)
    self.places = lines.sorted { $0.key < $1.key }.flatMap { path, places -> [Place] in
      guard let file = root.snapshot.file(at: path) else { return [] }
      let lines = LineIndex(file.source)
      return places.sorted { $0.location < $1.location }.map { place in
        Place(
          path: path, position: lines.position(at: place.location.range.lower), name: place.name,
          old: place.old, new: place.new)
      }
    }
  }
}
