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

  private let git: GitProgram
  private let directory: String
  /// `cat-file --batch`, once it was needed; and `cat-file --batch-check`.
  private let contents = Mutex<ChildProcess?>(nil)
  private let headers = Mutex<ChildProcess?>(nil)
  private let firstFailure = Mutex<GitError?>(nil)

  /// The objects of the repository at `directory`.
  init(_ git: GitProgram, in directory: String) {
    self.git = git
    self.directory = directory
  }

  /// The first error, also where the caller only found that something is not there.
  var failure: GitError? { firstFailure.withLock { $0 } }

  private func note(_ error: GitError) { firstFailure.withLock { $0 = $0 ?? error } }

  /// The object that another one refers to, of at most `limit` bytes; that it is missing is an error.
  func object(_ id: ObjectID, limit: Int) -> Answer {
    let answer = try? object(id.digits, limit: limit)
    if case .missing = answer { note(.missingObject(id.digits)) }
    return answer ?? .missing
  }

  /// The object that `name` means to git, of at most `limit` bytes.
  func object(_ name: String, limit: Int) throws(GitError) -> Answer {
    try ask(name, contents, "--batch", Self.reading(limit))
  }

  /// Reads the contents after a header.
  private static func reading(_ limit: Int) -> Finish {
    { process, header throws(ChildProcess.Failure) in
      guard header.size <= limit else {
        // The contents end with a line feed.
        try process.skip(count: header.size + 1)
        return .tooLarge(size: header.size)
      }
      let bytes = try process.read(count: header.size)
      try process.skip(count: 1)
      return .object(Object(type: header.type, id: header.id, bytes: bytes))
    }
  }

  /// The objects with these names, each of at most `limit` bytes, asked for all at once: there must be so few that git
  /// takes all questions before it waits for its answers to be read.
  func objects(_ ids: [ObjectID], limit: Int) throws(GitError) -> [Answer] {
    try ask(ids.map(\.digits), contents, "--batch", Self.reading(limit))
  }

  /// The size in bytes of an object that another one refers to; nil if it is missing, which is an error.
  func size(of id: ObjectID) -> Int? {
    let answer = try? ask(id.digits, headers, "--batch-check") { _, header in .tooLarge(size: header.size) }
    if case .tooLarge(let size) = answer { return size }
    if answer != nil { note(.missingObject(id.digits)) }
    return nil
  }

  /// The type and the name of what `name` means to git.
  func header(_ name: String) throws(GitError) -> Answer {
    try ask(name, headers, "--batch-check") { _, header in
      .object(Object(type: header.type, id: header.id, bytes: []))
    }
  }

  private struct Header {
    let id: ObjectID
    let type: String
    let size: Int
  }

  /// What follows the header of an answer.
  private typealias Finish = (ChildProcess, Header) throws(ChildProcess.Failure) -> Answer

  private func ask(
    _ name: String, _ pipe: borrowing Mutex<ChildProcess?>, _ mode: String, _ finish: Finish
  ) throws(GitError) -> Answer {
    try ask([name], pipe, mode, finish)[0]
  }

  private func ask(
    _ names: [String], _ pipe: borrowing Mutex<ChildProcess?>, _ mode: String, _ finish: Finish
  ) throws(GitError) -> [Answer] {
    do throws(GitError) {
      return try pipe.withLock { known throws(GitError) in
        let process: ChildProcess
        if let known { process = known } else { process = try git.start(["cat-file", mode], in: directory) }
        known = process
        do throws(ChildProcess.Failure) {
          try process.write(names.flatMap { Array($0.utf8) + [ASCII.lineFeed] })
          var answers: [Answer] = []
          for _ in names {
            guard let line = try process.read(until: ASCII.lineFeed, limit: 1 << 16) else {
              throw ChildProcess.Failure.cut
            }
            if let header = Self.header(line) {
              answers.append(try finish(process, header))
            } else {
              answers.append(Self.absence(line))
            }
          }
          return answers
        } catch {
          known = nil
          throw .silent("cat-file", error, process.errors(limit: GitProgram.errorLimit))
        }
      }
    } catch {
      note(error)
      throw error
    }
  }

  private static func header(_ line: [UInt8]) -> Header? {
    let words = line.split(separator: ASCII.space, omittingEmptySubsequences: false)
    guard words.count == 3, let id = ObjectID(words[0]),
      let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
    else { return nil }
    return Header(id: id, type: String(decoding: words[1], as: UTF8.self), size: size)
  }

  /// `NAME missing`, `NAME ambiguous`.
  private static func absence(_ line: [UInt8]) -> Answer {
    line.suffix(10).elementsEqual(" ambiguous".utf8) ? .ambiguous : .missing
  }
}
