import StatusClaims
import StatusDiagnostics
import StatusModel
import StatusText

/// The list of tracks, and their directories.
struct ConductorProject {
  private let tree: PlanTree
  private let registry: PlanFile
  private let entries: [TrackEntry]
  /// The tracks by their directories.
  let tracks: [String: Track]

  /// The project in `tree`; nil if its list cannot be read.
  init?(_ tree: PlanTree) {
    guard let registry = tree.files[Conductor.registry] else { return nil }
    self.tree = tree
    self.registry = registry
    entries = TrackEntry.all(in: registry)
    let directories = tree.directories(in: "").flatMap { shelf in
      tree.directories(in: shelf).map { "\(shelf)/\($0)" }
    }
    tracks = Dictionary(
      directories.compactMap { directory in Track(directory, in: tree).map { (directory, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The entries by the directories that they link to; of several, the first.
  var listed: [String: TrackEntry] {
    entries.reduce(into: [:]) { listed, entry in
      guard let directory = entry.link.flatMap({ directory(of: $0.text) }), listed[directory] == nil else {
        return
      }
      listed[directory] = entry
    }
  }

  /// Whether anybody keeps the statuses in `metadata.json`: no command writes them again.
  var keepsStatuses: Bool {
    tracks.values.contains { track in track.status.map { $0.text != "new" } ?? false }
  }

  /// Reports what does not agree.
  func check(into findings: inout ClaimFindings) {
    var listed: [String: TrackEntry] = [:]
    for entry in entries {
      checkMark(entry, into: &findings)
      guard let link = entry.link, let directory = directory(of: link.text) else { continue }
      if let first = listed[directory], let other = first.link {
        findings.report(
          "duplicate-id", .error, "track \(PathText.name(of: directory))", .twice(directory),
          at: link.location,
          claims: [Claim(other.location, "the first entry is here")])
        continue
      }
      listed[directory] = entry
      if tracks[directory] == nil, !tree.holdsDirectory(directory) {
        reportMissing(directory, link, into: &findings)
      }
    }
    for (directory, track) in tracks.sorted(by: { $0.key < $1.key }) {
      TrackRules(track, listed[directory], now: tree.now).check(into: &findings)
      TrackPlanRules(track, isDone: listed[directory]?.stage == .done)?.check(into: &findings)
    }
    checkShelves(listed, into: &findings)
  }

  private func checkMark(_ entry: TrackEntry, into findings: inout ClaimFindings) {
    let subject = "track \(entry.title)"
    if let correction = entry.correction {
      findings.report(
        "nonstandard-marker", .warning, subject, .spelling(entry.mark.text, correction),
        at: entry.mark.location,
        fix: entry.mark.fix(.safe, correction))
    } else if entry.stage == nil {
      findings.report(
        "unknown-marker", .error, subject, .notAMark(entry.mark.text), at: entry.mark.location,
        help: "valid: \(Conductor.dialect.boxes)")
    }
  }

  // MARK: Links

  /// The directory that `link` means, from the root: it is relative to the repository or to the list. Nil if it leads out
  /// of the root.
  private func directory(of link: String) -> String? {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    let places = [tree.root, PathText.parent(of: tree.root), ""].compactMap { base in
      RelativePath.normalized(PathText.joined(base, String(path))).flatMap {
        PathText.rest(of: $0, below: tree.root)
      }
    }.map { place in
      place.hasSuffix(".md") || place.hasSuffix(".json") ? PathText.parent(of: place) : place
    }
    return places.first { tree.holdsDirectory($0) && !$0.isEmpty } ?? places.last { !$0.isEmpty }
  }

  private func reportMissing(_ directory: String, _ link: PlacedText, into findings: inout ClaimFindings) {
    let id = PathText.name(of: directory)
    let shelf = PathText.parent(of: directory)
    let other = [Track.archive, "tracks"].lazy.compactMap { tracks["\($0)/\(id)"] }.first
    findings.report(
      "unknown-reference", .error, "track \(id)", .notFound(link.text), at: link.location,
      claims: other.map { [Claim($0.place, "the track is in \($0.directory)/")] } ?? [],
      fix: other.flatMap { other in
        let path = link.text.replacing(text: "\(shelf)/\(id)", with: other.directory)
        return path == link.text ? nil : link.fix(.unsafe, path)
      })
  }

  // MARK: Directories

  private func checkShelves(_ listed: [String: TrackEntry], into findings: inout ClaimFindings) {
    let ids = Set(listed.keys.map(PathText.name(of:)))
    let isPartial = tracks.contains { !ids.contains($0.value.id) }
    let words = isPartial ? words : []
    for (directory, track) in tracks.sorted(by: { $0.key < $1.key })
    where PathText.first(of: directory) == "tracks" {
      if let archived = tracks["\(Track.archive)/\(track.id)"] {
        findings.report(
          "duplicate-id", .error, track.subject, .onTwoShelves(track.id), at: track.place,
          claims: [Claim(archived.place, "it is in archive/, too")],
          help: "remove the copy that is not kept up")
      } else if !ids.contains(track.id), !words.contains(track.id) {
        findings.report(
          "untracked-task", .warning, track.subject, .notListed(track.id), at: track.place,
          missingFrom: [registry.source.path], help: "add an entry, or move the track to archive/")
      }
    }
  }

  /// The words of the list, which may name tracks in a form of its own, such as a table.
  private var words: Set<String> {
    let parts = registry.source.bytes.split {
      !ASCII.isAlphanumeric($0) && !ASCII.isOne($0, of: "_-") && $0 < 0x80
    }
    return Set(parts.map { String(decoding: $0, as: UTF8.self) })
  }
}

extension String {
  fileprivate static func twice(_ directory: String) -> String { "\(directory)/ is listed twice" }
  fileprivate static func spelling(_ mark: String, _ correction: String) -> String {
    "mark \"\(mark)\" is written \"\(correction)\""
  }
  fileprivate static func notAMark(_ mark: String) -> String { "\"\(mark)\" is not a mark of a track" }
  fileprivate static func notFound(_ link: String) -> String { "\"\(link)\" was not found" }
  fileprivate static func onTwoShelves(_ id: String) -> String {
    "the track \"\(id)\" is in tracks/ and in archive/"
  }
  fileprivate static func notListed(_ id: String) -> String {
    "the track \"\(id)\" is in tracks/, but not in tracks.md"
  }
}
