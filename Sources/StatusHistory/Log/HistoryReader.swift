import StatusModel
import StatusRuntime
import Synchronization

/// Reads the commits of a log, and what they bring, some commits ahead: one thread reads the next portion while another
/// deals with the last one.
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
    var commits: [LoggedCommit] = []
    /// The contents, each once.
    var contents: [Content] = []
    /// Whether the contents of the portions before it come again where they are needed, so that they can be forgotten.
    var beginsAnew = false
    /// Whether it is the last one.
    var isLast = false
  }

  let repository: GitRepository
  let range: HistoryRange
  private let counts: ChildCounts
  private let source: Source
  private var next: Future<Result<Portion, GitError>>

  /// Begins to read a part of the history of `repository`.
  package init(_ repository: GitRepository, _ range: HistoryRange) throws(GitError) {
    self.repository = repository
    self.range = range
    // Both go through the same commits, at the same time.
    counts = try ChildCounts(repository, range)
    let source = Source(try CommitLog(repository, range), repository.objects, sizeLimit: range.sizeLimit)
    self.source = source
    next = Future { source.read() }
  }

  /// How many of the commits have each commit as a parent. Can be asked for once.
  func childCounts() throws(GitError) -> [ObjectID: Int] { try counts.wait() }

  /// The next portion, until the last one.
  mutating func read() throws(GitError) -> Portion {
    let portion = try next.wait().get()
    let source = source
    if !portion.isLast { next = Future { source.read() } }
    return portion
  }

  /// What reads, on one thread after the other.
  private final class Source: Sendable {
    private struct State {
      var log: CommitLog
      /// Whether the log has ended.
      var isAtEnd = false
      /// Commits whose contents are not all read.
      var waiting: [LoggedCommit] = []
      /// The contents that are still to be read.
      var wanted: [(id: ObjectID, path: String, kind: TrackedFile.Kind)] = []
      /// The contents that were given away.
      var known: Set<ObjectID> = []
    }

    private let state: Mutex<State>
    private let objects: GitObjects
    private let sizeLimit: Int

    /// A portion has so many commits and so many contents.
    private static let portionSize = 64
    /// So many contents are known at once: the same one comes again on another branch.
    private static let mostKnown = 1024

    init(_ log: sending CommitLog, _ objects: GitObjects, sizeLimit: Int) {
      state = Mutex(State(log: log))
      self.objects = objects
      self.sizeLimit = sizeLimit
    }

    func read() -> Result<Portion, GitError> {
      do throws(GitError) {
        return .success(try state.withLock { state throws(GitError) in try read(&state) })
      } catch {
        return .failure(error)
      }
    }

    private func read(_ state: inout State) throws(GitError) -> Portion {
      var portion = Portion()
      if state.waiting.isEmpty, state.known.count > Self.mostKnown {
        state.known = []
        portion.beginsAnew = true
      }
      while !state.isAtEnd, state.waiting.count < Self.portionSize, state.wanted.count < Self.portionSize {
        guard let commit = try state.log.next() else {
          state.isAtEnd = true
          break
        }
        state.waiting.append(commit)
        for difference in commit.differences {
          guard let id = difference.new, let kind = difference.place.kind, state.known.insert(id).inserted
          else { continue }
          state.wanted.append((id, difference.path, kind))
        }
      }
      let wanted = state.wanted.prefix(Self.portionSize)
      let answers = try objects.objects(wanted.map(\.id), limit: sizeLimit)
      portion.contents = zip(wanted, answers).map {
        Content(id: $0.id, path: $0.path, kind: $0.kind, answer: $1)
      }
      state.wanted.removeFirst(wanted.count)
      if state.wanted.isEmpty {
        portion.commits = state.waiting
        state.waiting = []
        portion.isLast = state.isAtEnd
      }
      return portion
    }
  }
}
