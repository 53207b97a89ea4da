import StatusRuntime
import StatusText
import Synchronization

/// The objects of a repository, from one `git cat-file --batch` for all of them; for any number of threads.
final class GitObjects: Sendable {
  /// An object.
  struct Object: Sendable {
    /// "commit", "tree", "blob" or "tag".
    let type: String
    /// Its name.
    let id: ObjectID
    /// What it holds.
    let bytes: [UInt8]
  }

  /// What git answers.
  enum Answer: Sendable {
    case object(Object)
    /// The object has more bytes than wanted: that many.
    case tooLarge(size: Int)
    case missing
    case ambiguous
  }

  /// What git was asked, and what it has answered.
  private struct Conversation {
    /// `cat-file --batch`, once it was needed.
    var process: ChildProcess?
    /// How many questions there were.
    var count = 0
    /// Those that it has not answered, in order.
    var open: [(number: Int, names: Int, limit: Int)] = []
    /// The answers that the caller has not taken yet, by the number of the question.
    var answers: [Int: [Answer]] = [:]
  }

  private let git: GitProgram
  private let directory: String
  private let conversation = Mutex(Conversation())
  private let firstFailure = Mutex<GitError?>(nil)

  /// A directory has fewer bytes.
  static let mostTreeBytes = 64 << 20

  /// The objects of the repository at `directory`.
  init(_ git: GitProgram, in directory: String) {
    self.git = git
    self.directory = directory
  }

  /// The first error, also where the caller only found that something is not there.
  var failure: GitError? { firstFailure.withLock { $0 } }

  private func note(_ error: GitError) { firstFailure.withLock { $0 = $0 ?? error } }

  /// Asks what tells whether the directory is the top of its working tree: HEAD has the same there as as a whole. To be
  /// asked first. The result is the number of the question.
  func askForTop() throws(GitError) -> Int {
    try ask(for: ["HEAD^{tree}", "HEAD:./"].map { Array($0.utf8) }, limit: Self.mostTreeBytes)
  }

  /// What the answers to that question tell; false where git cannot tell, as in a bare repository.
  func areAtTop(by question: Int) -> Bool {
    defer { firstFailure.withLock { $0 = nil } }
    guard let answers = try? answers(to: question),
      case .object(let whole) = answers[0], case .object(let here) = answers[1]
    else { return false }
    return whole.id == here.id
  }

  /// The object that another one refers to, of at most `limit` bytes; that it is missing is an error.
  func object(_ id: ObjectID, limit: Int) -> Answer {
    let answer = try? objects([id], limit: limit)[0]
    if case .missing = answer { note(.missingObject(id.digits)) }
    return answer ?? .missing
  }

  /// The objects with these names, each of at most `limit` bytes, asked for all at once.
  func objects(_ ids: [ObjectID], limit: Int) throws(GitError) -> [Answer] {
    try answers(to: ids.map(\.digitBytes), limit: limit)
  }

  /// The object that `name` means to git, of at most `limit` bytes.
  func object(_ name: String, limit: Int) throws(GitError) -> Answer {
    try answers(to: [Array(name.utf8)], limit: limit)[0]
  }

  private func answers(to names: [[UInt8]], limit: Int) throws(GitError) -> [Answer] {
    try answers(to: ask(for: names, limit: limit))
  }

  /// Asks for the objects with these names, each of at most `limit` bytes: git reads them while the caller does something
  /// else. The result is the number of the question.
  func ask(for ids: [ObjectID], limit: Int) throws(GitError) -> Int {
    try ask(for: ids.map(\.digitBytes), limit: limit)
  }

  private func ask(for names: [[UInt8]], limit: Int) throws(GitError) -> Int {
    try converse { conversation, process throws(ChildProcess.Failure) in
      // To an empty line, git would answer, too.
      try process.write(names.flatMap { $0 + [ASCII.lineFeed] })
      conversation.count += 1
      conversation.open.append((conversation.count, names.count, limit))
      return conversation.count
    }
  }

  /// The objects that the question of that number asked for. To be asked for once.
  func answers(to question: Int) throws(GitError) -> [Answer] {
    try converse { conversation, process throws(ChildProcess.Failure) in
      while conversation.answers[question] == nil {
        // git was started anew after an error.
        guard let next = conversation.open.first else { throw .cut }
        var answers: [Answer] = []
        answers.reserveCapacity(next.names)
        for _ in 0..<next.names { answers.append(try Self.answer(of: process, limit: next.limit)) }
        conversation.answers[next.number] = answers
        conversation.open.removeFirst()
      }
      return conversation.answers.removeValue(forKey: question) ?? []
    }
  }

  /// What `body` gets from the process, which is started if need be, and given up after an error.
  private func converse<Result: Sendable>(
    _ body: (inout Conversation, ChildProcess) throws(ChildProcess.Failure) -> Result
  ) throws(GitError) -> Result {
    do throws(GitError) {
      return try conversation.withLock { conversation throws(GitError) in
        let process: ChildProcess
        if let known = conversation.process {
          process = known
        } else {
          process = try git.start(["cat-file", "--batch"], in: directory)
        }
        conversation.process = process
        do throws(ChildProcess.Failure) {
          return try body(&conversation, process)
        } catch {
          conversation.process = nil
          conversation.open = []
          throw .silent("cat-file", error, process.errors(limit: GitProgram.errorLimit))
        }
      }
    } catch {
      note(error)
      throw error
    }
  }

  private static func answer(of process: ChildProcess, limit: Int) throws(ChildProcess.Failure) -> Answer {
    guard let line = try process.read(until: ASCII.lineFeed, limit: 1 << 16) else { throw .cut }
    guard let header = Header(line) else {
      return line.suffix(10).elementsEqual(" ambiguous".utf8) ? .ambiguous : .missing
    }
    guard header.size <= limit else {
      // The contents end with a line feed.
      try process.skip(count: header.size + 1)
      return .tooLarge(size: header.size)
    }
    let bytes = try process.read(count: header.size)
    try process.skip(count: 1)
    return .object(Object(type: header.type, id: header.id, bytes: bytes))
  }

  /// `NAME TYPE SIZE`, in front of an object.
  private struct Header {
    let id: ObjectID
    let type: String
    let size: Int

    /// The header with these bytes; nil for `NAME missing` or `NAME ambiguous`.
    init?(_ line: [UInt8]) {
      let words = line.split(separator: ASCII.space, omittingEmptySubsequences: false)
      guard words.count == 3, let id = ObjectID(words[0]),
        let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
      else { return nil }
      self.id = id
      type = String(decoding: words[1], as: UTF8.self)
      self.size = size
    }
  }
}
