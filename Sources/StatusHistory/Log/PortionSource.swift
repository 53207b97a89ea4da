import StatusModel
import Synchronization

/// Reads the portions of a log one by one, and has git read the contents of the next ones while one is parsed.
final class PortionSource: Sendable {
  /// A portion that is not parsed.
  struct Raw: Sendable {
    /// The commits, in order.
    let commits: [LoggedCommit]
    /// What they bring.
    let contents: [HistoryReader.Content]
    /// Whether the contents of the portions before it come again.
    let beginsAnew: Bool
  }

  private struct State {
    var log: CommitLog
    /// Whether the log has ended.
    var isAtEnd = false
    /// Commits whose contents are not all asked for.
    var waiting: [LoggedCommit] = []
    /// The contents that are still to be asked for.
    var wanted: [Wanted] = []
    /// The contents that were given away.
    var known: Set<ObjectID> = []
    /// What git was asked for and has not been read, in order.
    var asked: [Result<Question, GitError>] = []
    /// Whether everything was asked for, or an error has come in between.
    var hasAskedAll = false
    /// Whether everything was given away.
    var isDone = false
  }

  /// A content that a commit brings.
  private struct Wanted {
    let id: ObjectID
    let path: String
    let kind: TrackedFile.Kind
  }

  /// A portion whose contents git was asked for.
  private struct Question {
    let number: Int
    let wanted: [Wanted]
    let commits: [LoggedCommit]
    let beginsAnew: Bool
    let isLast: Bool
  }

  private let state: Mutex<State>
  private let sizeLimit: Int

  /// A portion has so many commits and so many contents.
  private static let portionSize = 64
  /// For so many portions git is asked before they are read. With a single one, each reader would wait for what it is asked
  /// for, object by object.
  private static let mostAsked = 2
  /// So many contents are known at once: the same one comes again on another branch.
  private static let mostKnown = 1024

  /// Reads `log`, and of what its commits bring that which has at most `sizeLimit` bytes.
  init(_ log: sending CommitLog, sizeLimit: Int) {
    state = Mutex(State(log: log))
    self.sizeLimit = sizeLimit
  }

  /// The next portion, whose contents come from `objects`; nil after the last one, or after an error.
  func next(from objects: GitObjects) -> Result<Raw, GitError>? {
    state.withLock { state in
      if state.isDone { return nil }
      let portion = Result { () throws(GitError) in try next(&state, objects) }
      if case .failure = portion { state.isDone = true }
      return portion
    }
  }

  private func next(_ state: inout State, _ objects: GitObjects) throws(GitError) -> Raw {
    if state.asked.isEmpty { askAhead(&state, objects) }
    let question = try state.asked.removeFirst().get()
    let answers = try objects.answers(to: question.number)
    state.isDone = question.isLast
    while !state.hasAskedAll, state.asked.count < Self.mostAsked { askAhead(&state, objects) }
    return Raw(
      commits: question.commits,
      contents: zip(question.wanted, answers).map {
        HistoryReader.Content(id: $0.id, path: $0.path, kind: $0.kind, answer: $1)
      }, beginsAnew: question.beginsAnew)
  }

  private func askAhead(_ state: inout State, _ objects: GitObjects) {
    let question = Result { () throws(GitError) in try ask(&state, objects) }
    state.asked.append(question)
    state.hasAskedAll = (try? question.get().isLast) ?? true
  }

  private func ask(_ state: inout State, _ objects: GitObjects) throws(GitError) -> Question {
    var beginsAnew = false
    if state.waiting.isEmpty, state.known.count > Self.mostKnown {
      state.known = []
      beginsAnew = true
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
        state.wanted.append(Wanted(id: id, path: difference.path, kind: kind))
      }
    }
    let wanted = Array(state.wanted.prefix(Self.portionSize))
    let number = try objects.ask(for: wanted.map(\.id), limit: sizeLimit)
    state.wanted.removeFirst(wanted.count)
    var commits: [LoggedCommit] = []
    if state.wanted.isEmpty { swap(&commits, &state.waiting) }
    return Question(
      number: number, wanted: wanted, commits: commits, beginsAnew: beginsAnew,
      isLast: state.isAtEnd && state.wanted.isEmpty)
  }
}
