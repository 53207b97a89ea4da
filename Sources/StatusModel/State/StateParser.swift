import StatusSyntax
import StatusText

/// Reads registries and project states from their JSON trees.
struct StateParser {
  private let tree: JSONTree
  private let vocabulary: StatusVocabulary
  private let tasks: Set<Int>?
  private let readsLinks: Bool

  /// A parser of `tree` that reads of the entries of other tasks than `tasks`, where that is given, only the number, the
  /// name, the status and the dependencies; what else tasks link than their plan only with `readsLinks`.
  init(
    _ tree: JSONTree, vocabulary: StatusVocabulary, only tasks: Set<Int>? = nil, readsLinks: Bool = true
  ) {
    self.readsLinks = readsLinks
    self.tree = tree
    self.vocabulary = vocabulary
    self.tasks = tasks
  }

  /// The tree as a registry; nil when its root is not an object.
  ///
  /// - Parameter readsClosedDates: whether the dates of closed tasks are wanted as well; an archive has many.
  func stateFile(readsClosedDates: Bool = true) -> StateFile? {
    guard let root = tree.root, root.kind == .object else { return nil }
    var entries: [StateEntry] = []
    var entriesKey = ByteRange.zero
    var closed: [ClosedTask] = []
    var nextNumber: (value: Int, range: ByteRange)?
    var timestamps: [TimestampClaim] = []
    var recordsVault = false
    var vaults: Int?
    var countClaims: [TaskCountClaim] = []
    var flaws: [StateFlaw] = []
    for member in root.members {
      if member.keyEquals("active_projects") {
        entriesKey = member.keyRange
        entries = member.elements.compactMap { $0.kind == .object ? entry($0) : nil }
        flaws += StateFlaw.all(ofEntries: member)
      } else if member.keyEquals("completed_projects")
        || member.kind == .array && Self.closedLists.contains(where: { member.keyEquals($0) })
      {
        let status = Self.status(ofList: member)
        if readsClosedDates { flaws += StateFlaw.all(ofClosedTasks: member) }
        closed += member.elements.compactMap {
          closedTask($0, status, readsDates: readsClosedDates)
        }
      } else if member.keyEquals("next_project_number") {
        if let value = member.integer, Self.taskNumbers.contains(value) {
          nextNumber = (value, member.range)
        } else if let flaw = StateFlaw(number: member) {
          flaws.append(flaw)
        }
      } else if member.keyEquals("vault_count") {
        guard let value = member.integer else { continue }
        recordsVault = recordsVault || value > 0
        countClaims.append(
          TaskCountClaim(counted: .vaults, name: "vault_count", value: value, range: member.range))
      } else if member.keyEquals("vault_history"), member.kind == .array {
        vaults = member.elements.count
        recordsVault = recordsVault || vaults != 0
      } else if member.kind == .object {
        countClaims += TaskCountClaim.all(in: member)
      } else if let claim = timestamp(member) {
        timestamps.append(claim)
      }
    }
    return StateFile(
      source: tree.source, entries: entries, entriesKey: entriesKey, closed: closed, flaws: flaws,
      nextNumber: nextNumber,
      recordsVault: recordsVault, vaults: vaults, countClaims: countClaims, timestamps: timestamps)
  }

  /// The tree as a project state; nil when its root is not an object.
  func projectState() -> StateEntry? {
    guard let root = tree.root, root.kind == .object else { return nil }
    return entry(root)
  }

  private static let closedLists = [
    "archived_projects", "abandoned_projects", "archived_tasks", "completed_tasks",
  ]

  /// What the tasks of a list are by its name; nil if that may be either.
  private static func status(ofList member: JSONValue) -> Status? {
    if member.keyEquals("completed_projects") || member.keyEquals("completed_tasks") { return .completed }
    return member.keyEquals("abandoned_projects") ? .abandoned : nil
  }

  private func closedTask(_ value: JSONValue, _ status: Status?, readsDates: Bool) -> ClosedTask? {
    if value.kind != .object {
      return Self.number(value).map {
        ClosedTask(number: $0, name: nil, range: value.range, record: value.range, status: status)
      }
    }
    guard let member = value["project_number"], let number = Self.number(member) else { return nil }
    let own = value["status"].flatMap { own in
      own.string.map { vocabulary.reading(ofValue: Array($0.utf8)[...]).status }
    }
    return ClosedTask(
      number: number, name: value["project_name"]?.string, range: member.range, record: value.range,
      status: own ?? status,
      statusRange: own == nil ? nil : value["status"]?.contentRange,
      timestamps: readsDates ? value.members.compactMap { timestamp($0) } : [])
  }

  /// The valid task numbers; others are ignored.
  private static let taskNumbers = 0...NearTaskHeading.highestNumber

  /// The number of a task, even in quotes.
  private static func number(_ value: JSONValue) -> Int? {
    (value.integer ?? value.string.flatMap { Int($0) }).flatMap { taskNumbers.contains($0) ? $0 : nil }
  }

  // MARK: Entries

  private func entry(_ object: JSONValue) -> StateEntry {
    var draft = StateEntryDraft()
    let isWhole = isReadWhole(object)
    for member in object.members where isWhole || Self.tellsWhatItIs(member) { read(member, into: &draft) }
    let plain = Set(draft.timestamps.compactMap(\.event))
    return StateEntry(
      range: object.range, number: draft.number,
      numberRange: draft.numberRange ?? ByteRange(object.range.lower, object.range.lower + 1),
      flaws: draft.flaws(of: object),
      name: draft.name, nameRange: draft.nameRange,
      status: draft.status,
      reading: draft.status.map { vocabulary.reading(ofValue: Array($0.text.utf8)[...]) },
      timestamps: draft.timestamps,
      suffixedTimestamps: draft.suffixed.map { ($0.key, $0.event, plain.contains($0.event)) },
      suffixedClaims: draft.suffixed.compactMap(\.claim), versionTimestamps: draft.versionTimestamps,
      links: draft.links.links, dependencies: draft.dependencies, blocking: draft.blocking,
      unreadReferences: draft.unreadReferences, plan: draft.plan, explained: draft.explained)
  }

  private func isReadWhole(_ object: JSONValue) -> Bool {
    guard let tasks, let number = object["project_number"].flatMap(Self.number) else { return true }
    return tasks.contains(number)
  }

  private static func tellsWhatItIs(_ member: JSONValue) -> Bool {
    switch StateKey(member) {
    case .projectNumber, .projectName, .status, .dependencies: true
    default: false
    }
  }

  private func read(_ member: JSONValue, into draft: inout StateEntryDraft) {
    guard let key = StateKey(member) else { return readSuffixedTimestamp(member, into: &draft) }
    switch key {
    case .artifacts where !readsLinks, .planVersions where !readsLinks, .reports where !readsLinks,
      .summaries where !readsLinks:
      return
    case .projectNumber:
      draft.number = Self.number(member)
      draft.numberRange = member.range
      draft.numberMember = member
    case .projectName:
      draft.name = member.string
      draft.nameRange = member.contentRange
      draft.hasName = true
      draft.note(StateFlaw(text: member))
    case .status:
      draft.status = member.string.map { ($0, member.contentRange ?? member.range) }
      draft.statusMember = member
    case .artifacts:
      draft.links.readArtifacts(member)
      draft.note(StateFlaw(member, wanted: "an array", .array, .object))
      for element in member.elements { draft.note(StateFlaw(artifact: element, of: member)) }
    case .planVersions:
      draft.versionTimestamps += member.elements.compactMap { $0["created"].flatMap { timestamp($0) } }
      // Earlier versions are not plans to follow: `plan_path` names the current one.
      draft.links.readPaths(member, .artifact)
      draft.plan.readVersions(member)
      draft.note(StateFlaw(member, wanted: "an array", .array))
    case .planMetadata:
      draft.plan.readMetadata(member)
      draft.note(StateFlaw(member, wanted: "an object", .object))
      draft.note(member["phase_count"].flatMap { StateFlaw(count: $0) })
    case .dependencies:
      draft.dependencies += Self.references(in: member, unread: &draft.unreadReferences)
      draft.note(StateFlaw(member, wanted: "an array", .array))
      for element in member.elements { draft.note(StateFlaw(quoted: element, of: member)) }
    case .blocking: draft.blocking += Self.references(in: member, unread: &draft.unreadReferences)
    case .planPath:
      draft.links.readPaths(member, .plan)
      draft.plan.readPath(member)
      draft.note(StateFlaw(member, wanted: "a string", .string))
    case .plans: draft.links.readPaths(member, .plan)
    case .reports, .summaries: draft.links.readPaths(member, .artifact)
    case .reason(let reason):
      guard Self.saysSomething(member) else { return }
      for reason in reason.map({ [$0] }) ?? HaltReason.allCases { draft.explained.insert(reason.status) }
    case .lastUpdated:
      draft.hasLastUpdated = true
      draft.timestamps.append(claim(member, event: nil, place: .lastUpdated))
    case .record:
      draft.hasCreated = draft.hasCreated || member.keyEquals("created")
      draft.timestamps.append(claim(member, event: nil, place: .record))
    case .event(let event): draft.timestamps.append(claim(member, event: event, place: .statusChange))
    }
  }

  /// Reads a date under a key that is none of the format's.
  private func readSuffixedTimestamp(_ member: JSONValue, into draft: inout StateEntryDraft) {
    guard let event = StateKey.suffixedEvent(member) else { return }
    draft.suffixed.append((member.keyRange, event, claim(member, event: event, place: .statusChange)))
  }

  /// The tasks that a member names: a number, a text like a field's value, or a list of them. `unread` gets what is not a
  /// task or a range of tasks.
  private static func references(in member: JSONValue, unread: inout [ByteRange]) -> [TaskReference] {
    let range = member.contentRange ?? member.range
    switch member.kind {
    case .array: return member.elements.flatMap { references(in: $0, unread: &unread) }
    case .number:
      if let number = number(member) { return [TaskReference(number: number, range: range)] }
      unread.append(range)
      return []
    case .string:
      let found = TaskReferences(member.string ?? "")
      if !found.unread.isEmpty { unread.append(range) }
      return found.numbers.map { TaskReference(number: $0, range: range) }
    default: return []
    }
  }

  /// Whether a value is more than a placeholder.
  private static func saysSomething(_ value: JSONValue) -> Bool {
    switch value.kind {
    case .string: value.withStringBytes { StatedReason.says($0, numbers: true) } ?? false
    case .array: value.elements.contains(where: saysSomething)
    case .object: !value.members.isEmpty
    case .null, .false: false
    case .number, .true: true
    }
  }

  // MARK: Dates

  /// The date that a member holds, where its key is one for dates.
  private func timestamp(_ member: JSONValue) -> TimestampClaim? {
    let place: TimestampClaim.Place
    var event: StatusEvent?
    switch StateKey(member) {
    case .event(let named): (place, event) = (.statusChange, named)
    case .lastUpdated: place = .lastUpdated
    case .record: place = .record
    default: return nil
    }
    return claim(member, event: event, place: place)
  }

  /// What a member says as a date.
  private func claim(_ member: JSONValue, event: StatusEvent?, place: TimestampClaim.Place) -> TimestampClaim
  {
    let range: ByteRange
    switch member.kind {
    case .string: range = member.contentRange ?? member.range
    case .null: range = member.range
    // Seconds since 1970, as some programs write them, and values that are not dates.
    case .number, .true, .false, .array, .object:
      return TimestampClaim(
        event: event, place: place, name: member.key, nameRange: member.keyRange, valueRange: member.range,
        reading: .impossible(member.range))
    }
    return TimestampClaim(
      event: event, place: place, name: member.key, nameRange: member.keyRange, valueRange: range,
      reading: member.hasEscapes ? escapedReading(member, range) : Timestamp.read(tree.source, in: range))
  }

  /// What a string with escapes says as a date: its places in the text are not those in the file, so that it stands for the
  /// whole string. With words after it, its end is unknown.
  private func escapedReading(_ member: JSONValue, _ range: ByteRange) -> TimestampReading {
    let reading = Timestamp.read(member.string ?? "")
    switch reading {
    case .valid(var found):
      guard found.trailing.isEmpty, !found.isEmbedded else { return .prose }
      found.range = range
      found.trailing = ByteRange(range.upper, range.upper)
      return .valid(found)
    case .impossible: return .impossible(range)
    case .ambiguous: return .ambiguous(range)
    case .placeholder, .prose: return reading
    }
  }
}
