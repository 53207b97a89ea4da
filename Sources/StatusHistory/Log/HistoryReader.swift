import StatusModel
import StatusRuntime

/// Reads the commits of a log, and what they bring, some commits ahead: while git reads contents, those before are parsed,
/// and those before these are compared.
package struct HistoryReader {
  /// A content that is to be parsed.
  struct Content: Sendable {
    /// Its name.
    let id: ObjectID
    /// A path that has it.
    let path: String
    /// What it is for.
    let kind: TrackedFile.Kind
    /// What git says that it holds.
    let answer: GitObjects.Answer
  }

  /// Some commits, and contents. All that the commits bring is in this portion or in one before.
  struct Portion: Sendable {
    /// The commits, in order; none if they bring much.
    let commits: [LoggedCommit]
    /// The contents, each once.
    let contents: [(id: ObjectID, file: HistoricFile)]
    /// Whether the contents of the portions before it come again where they are needed, so that they can be forgotten.
    let beginsAnew: Bool
  }

  let range: HistoryRange
  private let counts: ChildCounts?
  private let source: PortionSource

  /// Begins to read a part of the history of the repository around `directory`, by `git`.
  package init(_ range: HistoryRange, _ git: GitProgram, around directory: String) throws(GitError) {
    self.range = range
    // Both go through the same commits, at the same time.
    counts = range.isMainline ? nil : try ChildCounts(range, git, in: directory)
    source = PortionSource(try CommitLog(range, git, in: directory), sizeLimit: range.sizeLimit)
  }

  /// How many of the commits have each commit as a parent; nil if each is the parent of the next. Can be asked for once.
  func childCounts() throws(GitError) -> [ObjectID: Int]? { try counts?.wait() }

  /// The commits with what they bring from `objects`, parsed as `profile` reads. Can be asked for once.
  func portions(from objects: GitObjects, by profile: Profile) -> Ahead<Result<Portion, GitError>> {
    Ahead(limit: 2 * Self.mostThreads, jobs: min(Parallel.processorCount, Self.mostThreads)) { [source] in
      source.next(from: objects)
    } context: {
      ProcessMemory.touchHeap(bytes: Self.bytesOfThread)
      // Otherwise the counts of references to it would go from processor to processor.
      return ContentParser(profile.copied())
    } work: { parser, portion in
      portion.map { portion in
        let files = parser.parse(portion.contents)
        return Portion(
          commits: portion.commits, contents: zip(portion.contents, files).map { ($0.id, $1) },
          beginsAnew: portion.beginsAnew)
      }
    }
  }

  /// A thread uses so much memory, at most, for the contents of a portion and for what it knows.
  private static let bytesOfThread = 2 << 20

  /// So many threads parse, each a portion: git does not read faster. Twice as many portions are parsed before they are asked
  /// for.
  private static let mostThreads = 4
}
