import StatusClaims
import StatusText

/// Which directory proves what was done in a phase.
struct PhaseEvidence {
  private let directories: [GSDNumber: [PhaseDirectory]]
  private let source: SourceText
  /// Whether numbers begin anew while old directories are still there.
  private let isReused: Bool

  init(_ directories: [PhaseDirectory], _ phases: [GSDPhase], _ source: SourceText) {
    self.directories = Dictionary(grouping: directories, by: \.number)
    self.source = source
    let titles = Dictionary(grouping: phases, by: \.number).mapValues { $0.flatMap { $0.titles(source) } }
    let misfits = directories.filter { directory in
      let own = titles[directory.number] ?? []
      return !own.isEmpty && !own.contains { Self.isNear($0, directory.slug) }
    }
    let counts = self.directories.mapValues(\.count)
    isReused = misfits.count >= 2 || misfits.contains { counts[$0.number] ?? 0 > 1 }
  }

  /// The directory of `phase`; nil if there is none, several, or one that may be of another phase.
  func directory(of phase: GSDPhase) -> PhaseDirectory? {
    let titles = phase.titles(source)
    let fitting = (directories[phase.number] ?? []).filter { directory in
      if titles.isEmpty { return !isReused }
      return titles.contains { isReused ? Self.isEqual($0, directory.slug) : Self.isNear($0, directory.slug) }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Whether a name shares a word with a title, or the first four letters of one.
  private static func isNear(_ title: Set<ArraySlice<UInt8>>, _ slug: Set<ArraySlice<UInt8>>) -> Bool {
    if slug.isEmpty { return true }
    return slug.contains { word in
      !fillers.contains(word)
        && (title.contains(word)
          || word.count >= 4 && title.contains { $0.count >= 4 && $0.prefix(4) == word.prefix(4) })
    }
  }

  /// Whether a name is made of a title: it has its words, as far as they are ASCII.
  private static func isEqual(_ title: Set<ArraySlice<UInt8>>, _ slug: Set<ArraySlice<UInt8>>) -> Bool {
    title.filter { $0.first.map { $0 < 0x80 } ?? false } == slug
  }

  private static let fillers: Set<ArraySlice<UInt8>> = Set(
    ["a", "and", "the", "of", "for", "to", "in", "on", "with", "or", "phase"].map { Array($0.utf8)[...] })
}
