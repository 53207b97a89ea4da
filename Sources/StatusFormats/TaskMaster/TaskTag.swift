import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// The tasks of one tag.
struct TaskTag {
  /// A task, or a subtask of one.
  struct Item {
    /// The number; for a subtask after that of its task: `2.1`.
    let id: String
    /// The id as a place; the beginning of the object if it has none.
    let location: Location
    let status: PlacedText?
    let reading: Vocabulary.Reading
    let dependencies: [(text: String, location: Location)]
    /// The task that a subtask names as its own.
    let parent: (text: String, location: Location)?
    let subtasks: [Item]
    let title: String
    /// When it last changed.
    let updated: PlacedText?

    /// Whether it has no status, so that it is read as pending.
    var isSilent: Bool { status?.text.isEmpty ?? true }
    /// How far it is.
    var stage: Vocabulary.Stage? { isSilent ? .open : reading.stage }
    var isOpen: Bool { stage == .open || stage == .active }
    /// The status that is meant.
    var word: String? { isSilent ? "pending" : reading.word?.text }
    /// Whether it is a subtask.
    var isPart: Bool { id.utf8.contains(UInt8(ascii: ".")) }

    /// The item in a message.
    var noun: String { "\(isPart ? "subtask" : "task") \(id)" }
    /// The item in a message, with its status.
    var described: String { "\(noun) is \"\(shownStatus)\"" }
    /// The status as it is written, or as it is read.
    var shownStatus: String { isSilent ? "pending" : status?.text ?? "" }
    /// What its status says, as a place of a finding.
    var claim: Claim { Claim(status?.location ?? location, "\(described) here") }

    init(_ value: JSONValue, in task: String? = nil) {
      let path = value.tree.source.path
      func place(_ value: JSONValue) -> Location { Location(path: path, range: value.range) }
      let own = value["id"].flatMap(TaskTag.id) ?? "?"
      // A subtask may be numbered with or without its task.
      let id = task.map { "\($0).\(own.split(separator: ".").last ?? "?")" } ?? own
      self.id = id
      location = place(value["id"] ?? value)
      status = PlacedText(value["status"])
      reading = status.map { TaskMaster.statuses.read($0.text) } ?? .unknown
      dependencies = (value["dependencies"].map { Array($0.elements) } ?? []).compactMap { dependency in
        TaskTag.id(dependency).map { ($0, place(dependency)) }
      }
      parent = (value["parentTaskId"] ?? value["parentId"]).flatMap { parent in
        TaskTag.id(parent).map { ($0, place(parent)) }
      }
      title = value["title"]?.string ?? ""
      updated = PlacedText(value["updatedAt"])
      subtasks = task == nil ? (value["subtasks"].map { $0.elements.map { Item($0, in: id) } } ?? []) : []
    }
  }

  let name: String
  let tasks: [Item]
  let metadata: JSONValue?

  /// The tags of a file: each object with a list of tasks, or the list of the old form.
  static func all(in root: JSONValue) -> [TaskTag] {
    if let tasks = root["tasks"], tasks.kind == .array { return [TaskTag("master", tasks, root["metadata"])] }
    return root.members.compactMap { member in
      member["tasks"].flatMap { $0.kind == .array ? TaskTag(member.key, $0, member["metadata"]) : nil }
    }
  }

  private init(_ name: String, _ tasks: JSONValue, _ metadata: JSONValue?) {
    self.name = name
    self.metadata = metadata
    self.tasks = tasks.elements.map { Item($0) }
  }

  /// The tasks, each with its subtasks after it.
  var items: [Item] { tasks.flatMap { [$0] + $0.subtasks } }

  /// What a command calls an item.
  func id(of item: Item) -> String { name == "master" ? item.id : "\(name):\(item.id)" }

  /// What findings about an item are about: `1`, or `light:1` in another tag than master.
  func subject(_ id: String) -> String { name == "master" ? "task \(id)" : "task \(name):\(id)" }

  /// An id, which is text or a number.
  static func id(_ value: JSONValue) -> String? { value.string ?? value.integer.map { "\($0)" } }
}
