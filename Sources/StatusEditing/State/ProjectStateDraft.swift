import StatusModel
import StatusSyntax
import StatusText

/// A new project state, `NNN_slug/state.json`, made of what is known of the task.
package struct ProjectStateDraft {
  /// The lists of a project state, with the directory that each lists.
  package static let lists = ["reports", "plans", "summaries"]

  private let number: Int
  /// The object of the task in state.json.
  private let entry: JSONValue
  /// The task's directory, from the repository root.
  private let directory: String
  private let status: Status
  private let profile: Profile

  /// The files of each of the `lists`, by its key, from the task's directory.
  package var paths: [String: [String]] = [:]
  /// The members of `plan_metadata`.
  package var metadata: [JSONDraft.Member] = []
  /// The elements of `plan_versions`.
  package var versions: [JSONDraft] = []
  /// Further members.
  package var records: [JSONDraft.Member] = []

  /// The project state of task `number` with that status, which has the object `entry` in the registry.
  package init(of number: Int, entry: JSONValue, in directory: String, status: Status, _ profile: Profile) {
    self.number = number
    self.entry = entry
    self.directory = directory
    self.status = status
    self.profile = profile
  }

  /// Lists the files of the task, in the directory of each list, that `links` lead to.
  package mutating func add(_ links: [ArtifactLink]) {
    for link in links where link.task == number {
      guard case .file(let path, let size) = link.target, size > 0 else { continue }
      let own = Self.relative(path, to: directory)
      if let key = Self.lists.first(where: { own.hasPrefix($0 + "/") }) { add(own, to: key) }
    }
  }

  /// Lists a file, once.
  package mutating func add(_ path: String, to key: String) {
    if paths[key]?.contains(path) != true { paths[key, default: []].append(path) }
  }

  /// The versions that the entry records, with paths from the task's directory. Without those whose files are gone, the
  /// history would have a gap, and with them, dead links: then there are none.
  package func recordedVersions(leading links: [ArtifactLink]) -> [JSONDraft] {
    let recorded = entry["plan_versions"]?.elements.map { $0 } ?? []
    guard recorded.allSatisfy({ $0["path"].map { Self.leadsToFile($0, links) } ?? true }) else { return [] }
    return recorded.map { version in
      .object(
        version.members.map { member in
          guard member.keyEquals("path"), let path = member.string else {
            return JSONDraft.Member(member.key, JSONDraft(copying: member))
          }
          return JSONDraft.Member("path", .string(Self.relative(path, to: directory)))
        })
    }
  }

  /// Whether the link in `path`, of the entry, leads to a file.
  private static func leadsToFile(_ path: JSONValue, _ links: [ArtifactLink]) -> Bool {
    links.contains { link in
      guard case .file = link.target else { return false }
      return link.file == path.tree.source.path && path.range.contains(link.range)
    }
  }

  /// A path from the repository root; if it is in the directory of the task, relative to that.
  package static func relative(_ path: String, to directory: String) -> String {
    PathText.rest(of: path, below: directory) ?? path
  }

  /// The bytes of the file, which is created at `now` and updated at `time`.
  package func bytes(updated time: Timestamp, now: Timestamp, created: TimestampClaim?) -> [UInt8] {
    var members: [JSONDraft.Member] = [
      .init("project_name", .string(entry["project_name"]?.string ?? Self.name(of: directory))),
      .init("project_number", .integer(number)),
    ]
    if let type = (entry["type"] ?? entry["task_type"])?.string {
      members.append(.init("type", .string(type)))
    }
    members.append(.init("phase", .string(TaskStateLayout.stage(status, profile.vocabulary))))
    members.append(.init("status", .string(TaskStateLayout.ownStatus(status, written: nil, profile))))
    for key in Self.lists {
      members.append(.init(key, .array((paths[key] ?? []).map { .string($0) })))
    }
    if !metadata.isEmpty { members.append(.init("plan_metadata", .object(metadata))) }
    if !versions.isEmpty { members.append(.init("plan_versions", .array(versions))) }
    members += records
    // When the task was created, if state.json has a full timestamp; otherwise the current time.
    members.append(.init("created", .string(created?.reading.found?.text(in: .full) ?? now.shown)))
    members.append(.init("last_updated", .string(time.shown(in: profile.timestamps.lastUpdated))))
    return Self.text(members)
  }

  private static func name(of directory: String) -> String {
    let name = PathText.name(of: directory)
    return ProjectDirectory.parse(name)?.slug ?? name
  }

  private static func text(_ members: [JSONDraft.Member]) -> [UInt8] {
    let empty = JSONTree(SourceText("{}\n"))
    var changes = JSONChanges(empty)
    if let root = empty.root {
      for member in members { changes.set(member.key, to: member.value, in: root) }
    }
    return changes.edits.flatMap { EditSet($0)?.applied(to: empty.source.bytes) } ?? []
  }
}
