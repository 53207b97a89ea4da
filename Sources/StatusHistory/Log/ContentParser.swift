import StatusModel
import StatusText

/// Parses what commits bring, one version of a file after the other.
struct ContentParser {
  private let profile: Profile
  /// What the last version of each TODO.md and registry says, by its path.
  private var known: [String: any KnownParts] = [:]
  /// What texts in plans say.
  private var bodies: KnownBodies

  /// A parser that reads as `profile` does.
  init(_ profile: Profile) {
    self.profile = profile
    bodies = KnownBodies(profile)
  }

  /// What each of `contents` says.
  mutating func parse(_ contents: [HistoryReader.Content]) -> [HistoricFile] {
    contents.map { content in
      HistoricFile.read(content) { source in
        if content.kind == .plan { return bodies.file(source) }
        guard var known = known(of: content) else { return HistoricFile(content.kind, source, profile) }
        self.known[content.path] = nil
        defer { self.known[content.path] = known }
        return known.file(source)
      }
    }
  }

  private func known(of content: HistoryReader.Content) -> (any KnownParts)? {
    switch content.kind {
    case .registry, .archiveRegistry: known[content.path] ?? KnownEntries(content.kind, profile)
    case .taskList: known[content.path] ?? KnownSections(profile)
    default: nil
    }
  }
}
