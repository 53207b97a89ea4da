import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// A `sprint-status.yaml`.
struct BMADTracker {
  /// A line of `development_status`.
  struct Entry {
    let key: BMADKey
    /// The key, as a place.
    let location: Location
    /// The status; nil if it cannot be read.
    let status: PlacedText?
    let reading: Vocabulary.Reading

    var stage: Vocabulary.Stage? { reading.stage }
    /// Whether nothing is to be done any more.
    var isClosed: Bool { stage == .done || stage == .closed }
    /// Whether work has begun.
    var hasBegun: Bool { stage == .active || stage == .done }

    /// The entry in a message, with its status.
    var described: String { "\(key.text) is \"\(status?.text ?? "")\"" }
    /// What it says, as a place of a finding.
    var claim: Claim { Claim(status?.location ?? location, "\(described) here") }
  }

  /// The path from the root of the repository.
  let path: String
  /// The directory, from the root of the tree.
  let directory: String
  let yaml: YAMLTree
  let project: String
  /// The directory of the stories, as it is written; empty if it does not say.
  let storyLocation: String
  /// The entries, of repeated keys all.
  let entries: [Entry]
  /// The last entry of each key.
  let byKey: [String: Entry]
  /// The stories, each once.
  let stories: [Entry]
  /// The key `development_status`, as a place.
  let location: Location

  /// The tracker in the file at `path`; nil if it has no statuses.
  init?(_ file: PlanFile, at path: String) {
    guard let yaml = file.yaml, let root = yaml.root, let map = root["development_status"], map.kind == .map
    else { return nil }
    self.path = file.source.path
    directory = PathText.parent(of: path)
    self.yaml = yaml
    project = root["project"]?.text ?? ""
    storyLocation = root["story_location"]?.text ?? ""
    location = Location(path: file.source.path, range: map.keyRange)
    let entries = map.entries.map { value in
      let key = BMADKey(text: value.key)
      // An entry may be a map with more than the status.
      let status = PlacedText(value.kind == .map ? value["status"] : value)
      return Entry(
        key: key, location: Location(path: file.source.path, range: value.keyRange), status: status,
        reading: status.map { key.kind.vocabulary.read($0.text) } ?? .unknown)
    }
    let byKey = Dictionary(entries.map { ($0.key.text, $0) }, uniquingKeysWith: { _, last in last })
    self.entries = entries
    self.byKey = byKey
    stories = entries.filter { $0.key.kind == .story && byKey[$0.key.text]?.location == $0.location }
  }

  /// The keys that occur twice, so that their statuses are not known.
  var repeatedKeys: Set<BMADKey> {
    var seen: Set<BMADKey> = []
    return Set(entries.lazy.map(\.key).filter { !seen.insert($0).inserted })
  }

  /// The epic of a story: that with the longest id with which its key begins.
  func epic(of story: BMADKey) -> Entry? {
    var parts = story.parts
    while parts.popLast() != nil, !parts.isEmpty {
      let id = parts.joined(separator: "-")
      if let epic = byKey["epic-\(id)"] { return epic }
    }
    return nil
  }

  /// Whether a file of this name is a tracker and not an example of one.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix("sprint-status") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
      && !["template", "example", "sample"].contains { word in
        name.split { $0 == "-" || $0 == "." || $0 == "_" }.contains(word[...])
      }
  }

  /// Reports what this copy of `original` says differently.
  func checkCopy(of original: BMADTracker, into findings: inout ClaimFindings) {
    for entry in entries {
      guard let status = entry.status, let other = original.byKey[entry.key.text], let there = other.status,
        let word = entry.reading.word, let otherWord = other.reading.word, word != otherWord
      else { continue }
      findings.report(
        "status-mismatch", .warning, entry.key.text, .otherTracker(entry, there.text), at: status.location,
        claims: [other.claim], fix: status.fix(.unsafe, there.text))
    }
  }
}

extension String {
  fileprivate static func otherTracker(_ entry: BMADTracker.Entry, _ text: String) -> String {
    "\(entry.described) here, but \"\(text)\" in the other tracker of the project"
  }
}
