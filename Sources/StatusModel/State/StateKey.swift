import StatusSyntax
import StatusText

/// The keys of state files that mean something to us, with the spellings that are met.
enum StateKey {
  case projectNumber, projectName, status, artifacts, planPath, planVersions, planMetadata, plans, reports,
    summaries
  case dependencies, blocking
  /// The reason of a status; nil for a reason of whatever the task's status is.
  case reason(HaltReason?)
  /// The date of an event of the task's life.
  case event(StatusEvent)
  /// A date of the file's own: `created`, `_last_updated`, `extracted_at`.
  case record
  case lastUpdated

  /// What a member's key means; nil for the user's own.
  init?(_ member: JSONValue) {
    guard !member.keyHasEscapes else {
      guard let found = Self.spellings.first(where: { member.keyEquals($0.text) }) else { return nil }
      self = found.key
      return
    }
    // Few keys are as long as another and begin alike: that leaves hardly one to compare, without making a String.
    let range = member.keyRange
    let candidates = Self.byLength[min(range.count, Self.longest + 3)]
    guard !candidates.isEmpty else { return nil }
    let first = member.tree.source.bytes[range.lower + 1]
    for candidate in candidates where candidate.first == first && member.keyEquals(candidate.text) {
      self = candidate.key
      return
    }
    return nil
  }

  /// The event whose date a key names with the suffix `_at`, which the standard does not have.
  static func suffixedEvent(_ member: JSONValue) -> StatusEvent? {
    guard member.keyRange.count > 5 else { return nil }
    if member.keyHasEscapes {
      let key = member.key
      return key.hasSuffix("_at") ? StatusEvent(rawValue: String(key.dropLast(3))) : nil
    }
    let bytes = member.tree.source.bytes
    let end = member.keyRange.upper - 1
    guard bytes[end - 1] == UInt8(ascii: "t"), bytes[end - 2] == UInt8(ascii: "a"),
      bytes[end - 3] == UInt8(ascii: "_")
    else { return nil }
    return StatusEvent(rawValue: String(member.key.dropLast(3)))
  }

  private static let spellings: [(text: String, key: StateKey)] =
    [
      ("project_number", .projectNumber), ("project_name", .projectName), ("status", .status),
      ("artifacts", .artifacts), ("plan_path", .planPath), ("plan_versions", .planVersions),
      ("plan_metadata", .planMetadata), ("plans", .plans), ("reports", .reports),
      ("dependencies", .dependencies), ("depends_on", .dependencies), ("blocking", .blocking),
      ("blocks", .blocking),
      ("summaries", .summaries), ("created", .record), ("_last_updated", .record), ("extracted_at", .record),
      ("last_updated", .lastUpdated), ("research_completed", .event(.researched)),
      ("planning_completed", .event(.planned)),
    ]
    + StatusEvent.allCases.map { ($0.rawValue, .event($0)) }
    + HaltReason.allCases.flatMap { reason in
      (reason.keys + reason.relatedKeys).map { ($0, .reason(reason)) }
    }
    + ["reason", "status_reason"].map { ($0, .reason(nil)) }

  private static let longest = spellings.map(\.text.utf8.count).max() ?? 0

  /// By the length of the key with its quotes; the last bucket is empty, for longer keys.
  private static let byLength: [[(first: UInt8, text: String, key: StateKey)]] = {
    var buckets = [[(first: UInt8, text: String, key: StateKey)]](repeating: [], count: longest + 4)
    for (text, key) in spellings {
      buckets[text.utf8.count + 2].append((first: text.utf8.first ?? 0, text: text, key: key))
    }
    return buckets
  }()
}
