import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// A task: a file with front matter. This is a class because a project keeps it in several tables.
final class BacklogTask: Sendable {
  /// The directory that it lies in.
  enum Shelf {
    case tasks, completed, drafts
  }

  /// A task that this one refers to.
  struct Reference {
    /// Its id in the normal form.
    let id: String
    let place: PlacedText
  }

  let file: PlanFile
  let shelf: Shelf
  /// The front matter; nil if there is none.
  let fields: YAMLTree?
  /// The id in the normal form; what the file is called if it has no id.
  let id: String
  /// The id as written.
  let writtenID: PlacedText?
  /// What the name of the file says.
  let fileID: String
  let status: PlacedText?
  let reading: Vocabulary.Reading
  let dependencies: [Reference]
  let parent: Reference?
  /// Whether a part of the front matter cannot be read, so that nothing can be said of what is missing in it.
  let isUnreadable: Bool

  init(_ file: PlanFile, _ shelf: Shelf, _ settings: BacklogSettings) {
    self.file = file
    self.shelf = shelf
    fields = file.yaml
    let root = fields?.root
    func normal(_ text: String) -> String { BacklogID.normal(text, prefix: settings.prefix) }
    writtenID = PlacedText(root?["id"]).flatMap { $0.text.isEmpty ? nil : $0 }
    fileID = normal(BacklogID.text(ofFile: PathText.name(of: file.source.path)))
    id = writtenID.map { normal($0.text) } ?? fileID
    status = PlacedText(root?["status"]).flatMap { $0.text.isEmpty ? nil : $0 }
    let statuses = shelf == .drafts ? settings.draftStatuses : settings.statuses
    reading = status.map { statuses.read($0.text) } ?? .unknown
    func reference(_ value: YAMLValue?) -> Reference? {
      PlacedText(value).flatMap { $0.text.isEmpty ? nil : Reference(id: normal($0.text), place: $0) }
    }
    dependencies = root.flatMap { $0["dependencies"] }.map { $0.elements.compactMap(reference) } ?? []
    parent = reference(root?["parent_task_id"])
    isUnreadable = root?.entries.contains { $0.kind == .unreadable } ?? (fields?.faults.isEmpty == false)
  }

  /// How far it is, as its status and its directory say; nil if they do not say.
  var stage: Vocabulary.Stage? {
    guard let stage = reading.stage else { return shelf == .completed ? .done : nil }
    return shelf == .completed && stage != .closed ? .done : stage
  }

  /// Whether nothing is to be done any more.
  var isFinished: Bool { stage == .done || stage == .closed }

  /// Whether it is a part of `other`, as it says or as its number does.
  func isPart(of other: BacklogTask) -> Bool { parent?.id == other.id || id.hasPrefix("\(other.id).") }

  /// The task in a message, with what its status is.
  var described: String { "\(id) is \"\(status?.text ?? "")\"" }

  /// What its status says, as a place of a finding.
  var claim: Claim { Claim(status?.location ?? file.start, described) }

  /// What its directory says.
  func claim(of directory: String) -> Claim { Claim(file.start, "\(id) is in \(directory)/") }

  /// The field `name` of the front matter.
  func field(_ name: String) -> PlacedText? { PlacedText(fields?.root?[name]) }
}
