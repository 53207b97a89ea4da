import StatusFileSystem
import StatusRuntime
import StatusText

/// Reads `git log --raw`, commit by commit, parents before their children.
struct CommitLog {
  private let process: ChildProcess
  private let prefix: [UInt8]
  private var ahead: [UInt8]?

  /// The commits of `range` that change something at `paths` or join branches that do.
  init(_ repository: GitRepository, _ range: [String], paths: [String], isMainline: Bool) throws(GitError) {
    process = try repository.git.start(
      Self.command(range, paths, isMainline, format: Self.format), in: repository.directory)
    process.closeInput()
    prefix = Array(repository.prefix.utf8)
    ahead = try token()
  }

  private static let format = "%x02%H%x00%P%x00%at%x00%an%x00%ae%x00%s"

  private static func command(_ range: [String], _ paths: [String], _ isMainline: Bool, format: String)
    -> [String]
  {
    [
      "-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "diff.orderFile=/dev/null", "-c",
      "diff.relative=false", "-c", "log.mailmap=false", "log", "-z", "--raw", "--no-abbrev", "--no-renames",
      "--full-history", "--parents", "--topo-order", "--reverse", "--diff-merges=first-parent",
      "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-decorate", "--encoding=UTF-8",
      "--format=\(format)",
    ] + (isMainline ? ["--first-parent"] : []) + ["--end-of-options"] + range + ["--"]
      + paths.map { ":(literal)\($0.isEmpty ? "." : $0)" }
  }

  /// How many commits of the same log have each commit as a parent.
  static func childCounts(
    _ repository: GitRepository, _ range: [String], paths: [String], isMainline: Bool
  ) throws(GitError) -> [ObjectID: Int] {
    var words = command(range, paths, isMainline, format: "%P").filter { $0 != "--raw" }
    words.insert("--no-patch", at: words.firstIndex(of: "-z").map { $0 + 1 } ?? words.endIndex)
    let process = try repository.git.start(words, in: repository.directory)
    process.closeInput()
    var counts: [ObjectID: Int] = [:]
    do {
      while let parents = try process.read(until: 0, limit: 1 << 20) {
        for parent in parents.split(separator: ASCII.space) {
          guard let id = ObjectID(parent) else { continue }
          counts[id, default: 0] += 1
        }
      }
    } catch {
      throw .silent("log", error, process.errors(limit: GitProgram.errorLimit))
    }
    guard process.wait() == 0 else { throw .failed("log", process.errors(limit: GitProgram.errorLimit)) }
    return counts
  }

  /// The next commit; nil after the last one.
  mutating func next() throws(GitError) -> LoggedCommit? {
    guard let first = ahead else {
      guard process.wait() == 0 else { throw .failed("log", process.errors(limit: GitProgram.errorLimit)) }
      return nil
    }
    guard first.first == 2, let id = ObjectID(first.dropFirst()) else { throw .failed("log", first) }
    let parents = try required().split(separator: ASCII.space).compactMap { ObjectID($0) }
    let time = Int(String(decoding: try required(), as: UTF8.self)) ?? 0
    let author = try text()
    let email = try text()
    let subject = try text()
    var differences: [LoggedCommit.Difference] = []
    ahead = try token()
    while let raw = ahead, raw.first == UInt8(ascii: ":") {
      let path = try required()
      if let difference = difference(raw, path) { differences.append(difference) }
      ahead = try token()
    }
    return LoggedCommit(
      id: id, parents: parents, time: time, author: author, email: email, subject: subject,
      differences: differences)
  }

  /// `:100644 100644 OLD NEW M`
  private func difference(_ raw: [UInt8], _ path: [UInt8]) -> LoggedCommit.Difference? {
    let words = raw.dropFirst().split(separator: ASCII.space)
    guard words.count == 5, path.starts(with: prefix) else { return nil }
    func object(_ mode: ArraySlice<UInt8>, _ id: ArraySlice<UInt8>) -> ObjectID? {
      // Regular files alone say something: links and submodules do not.
      mode.starts(with: "100".utf8) ? ObjectID(id).flatMap { $0.isNone ? nil : $0 } : nil
    }
    let name = Array(path.dropFirst(prefix.count)).withUnsafeBufferPointer(FileName.decode)
    return LoggedCommit.Difference(
      path: name, old: object(words[0], words[2]), new: object(words[1], words[3]))
  }

  private func text() throws(GitError) -> String { String(decoding: try required(), as: UTF8.self) }

  private func required() throws(GitError) -> [UInt8] {
    guard let token = try token() else { throw .failed("log", process.errors(limit: GitProgram.errorLimit)) }
    return token
  }

  /// The bytes before the next NUL, without a line end before them.
  private func token() throws(GitError) -> [UInt8]? {
    do {
      let token = try process.read(until: 0, limit: 1 << 20)
      return token?.first == ASCII.lineFeed ? token.map { Array($0.dropFirst()) } : token
    } catch {
      throw .silent("log", error, process.errors(limit: GitProgram.errorLimit))
    }
  }
}
