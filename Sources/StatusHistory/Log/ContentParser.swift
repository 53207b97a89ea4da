import StatusModel
import StatusRuntime
import StatusText

/// Parses what commits bring, on all processors.
struct ContentParser {
  private let vocabulary: StatusVocabulary
  /// What the last version of each state.json says, by its path.
  private var entries: [String: KnownEntries] = [:]

  /// A parser for the statuses of `vocabulary`.
  init(_ vocabulary: StatusVocabulary) { self.vocabulary = vocabulary }

  /// What is parsed by one thread: versions of a state.json, of which the last one before is known, or another file.
  private struct Series {
    /// The indices of the contents.
    let contents: [Int]
    /// What is known; nil for another file than a state.json.
    var known: KnownEntries?
  }

  /// What each of `contents` says.
  mutating func parse(_ contents: [HistoryReader.Content]) -> [HistoricFile] {
    let registries = Dictionary(grouping: contents.indices.filter { contents[$0].kind == .registry }) {
      contents[$0].path
    }
    let series =
      registries.map { Series(contents: $0.value, known: entries[$0.key] ?? KnownEntries(vocabulary)) }
      + contents.indices.filter { contents[$0].kind != .registry }.map { Series(contents: [$0]) }
    let parsed = Parallel.map(count: series.count, serialBelow: 2) { [vocabulary] index in
      var series = series[index]
      let files = series.contents.map { number in
        HistoricFile.read(contents[number]) { source in
          series.known?.file(source) ?? HistoricFile(contents[number].kind, source, vocabulary)
        }
      }
      return (series, files)
    }
    var files: [Int: HistoricFile] = [:]
    for (series, found) in parsed {
      for (number, file) in zip(series.contents, found) { files[number] = file }
      if let known = series.known { entries[contents[series.contents[0]].path] = known }
    }
    return contents.indices.compactMap { files[$0] }
  }
}
