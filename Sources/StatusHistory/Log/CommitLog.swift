import StatusFileSystem
import StatusRuntime
import StatusText

/// Reads `git log --raw`, commit by commit, parents before their children.
struct CommitLog {
  private let process: ChildProcess
  /// The directories of trees, for which the log is read.
  private let paths: [String]
  private var ahead: [UInt8]?

  /// The commits of `range` that change something in its trees or join branches that do, with what they change unless
  /// `isRaw` is false.
  init(_ range: HistoryRange, _ git: GitProgram, in directory: String, isRaw: Bool = true) throws(GitError) {
    process = try git.start(Self.command(range, format: Self.format, isRaw: isRaw), in: directory)
    process.closeInput()
    paths = range.roots
  }

  /// The words after `git` for a log that shows commits in that `format`, with what they change if it `isRaw`.
  static func command(_ range: HistoryRange, format: String, isRaw: Bool) -> [String] {
    [
      "-c", "log.follow=false", "-c", "log.showRoot=true", "-c", "diff.orderFile=/dev/null", "-c",
      "log.mailmap=false", "log", "-z", isRaw ? "--raw" : "--no-patch", "--relative",
      "--no-abbrev", "--no-renames", "--full-history", "--parents", "--topo-order", "--reverse",
      "--diff-merges=first-parent", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes",
      "--no-decorate", "--encoding=UTF-8", "--format=\(format)",
    ] + (range.isMainline ? ["--first-parent"] : []) + ["--end-of-options"] + range.revisions + ["--"]
      + range.roots.map { ":(literal)\($0.isEmpty ? "." : $0)" }
  }

  private static let format = "%x02%H%x00%P%x00%at%x00%an%x00%ae%x00%s"

  /// The next commit; nil after the last one.
  mutating func next() throws(GitError) -> LoggedCommit? {
    let first: [UInt8]? = if let ahead { ahead } else { try token() }
    guard let first else {
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
    // A mode has six digits.
    let oldStart = min(15, raw.count)
    let oldEnd = raw.offset(of: ASCII.space, from: oldStart, to: raw.count)
    let newStart = min(oldEnd + 1, raw.count)
    let newEnd = raw.offset(of: ASCII.space, from: newStart, to: raw.count)
    guard newEnd < raw.count else { return nil }
    func object(_ mode: Int, _ id: Range<Int>) -> ObjectID? {
      // Regular files alone say something: links and submodules do not.
      raw[mode...].starts(with: "100".utf8) ? ObjectID(raw[id]).flatMap { $0.isNone ? nil : $0 } : nil
    }
    let name = path.withUnsafeBufferPointer(FileName.decode)
    guard let place = HistoricPlace(name, roots: paths) else { return nil }
    return LoggedCommit.Difference(
      path: name, place: place, old: object(1, oldStart..<oldEnd), new: object(8, newStart..<newEnd))
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
