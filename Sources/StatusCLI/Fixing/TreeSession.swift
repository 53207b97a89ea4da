import StatusCommit
import StatusEngine
import StatusModel
import StatusRules
import StatusRuntime
import StatusText

/// The right to write in one tree, from before it is read until everything is on the disk.
struct TreeSession {
  private let session: WriteSession
  private let location: TreeLocation
  private let timeout: Double
  private let console: Console
  private let surroundings: Surroundings

  /// Waits shorter than this, in seconds, are not reported.
  private static let noticeableWait = 0.5

  /// Waits until no other program writes in the tree at `location`, at most `timeout` seconds, and brings what was
  /// interrupted there to an end.
  init(
    _ location: TreeLocation, timeout: Double, _ console: Console, _ surroundings: Surroundings
  ) throws(CommandError) {
    do {
      try self.init(opening: location, timeout: timeout, console, surroundings)
    } catch {
      console.notes(error.notes)
      throw .commit(error)
    }
  }

  /// The same, for callers that need the cause of a failure.
  init(
    opening location: TreeLocation, timeout: Double, _ console: Console, _ surroundings: Surroundings
  ) throws(CommitError) {
    self.location = location
    self.timeout = timeout
    self.console = console
    self.surroundings = surroundings
    let root = location.rootPath(in: surroundings)
    try UpstreamLock.refuse(at: location, surroundings)
    session = try WriteSession(root: root, lockTimeout: timeout, in: surroundings.fileSystem)
    if session.waited >= Self.noticeableWait {
      let tenths = Int((session.waited * 10).rounded())
      console.notes(["waited \(tenths / 10).\(tenths % 10) s for another writer in \(root.shown)"])
    }
    if let recovery = session.recovery {
      console.notes((recovery.event.map { ["\(root.shown): \($0)"] } ?? []) + recovery.notes)
    }
  }

  /// Writes the new bytes of `files`, of all of them or of none. `command` is for messages, should it be interrupted.
  func write(_ files: [EditedFile], command: String) throws(CommandError) {
    if files.isEmpty { return }
    do {
      let report = try commit(
        files.map { FileChange(path: inside($0.path), old: $0.original, new: $0.bytes) }, command: command)
      console.notes(report.changedSince.map { .changedSince(location.root.path($0)) })
    } catch {
      console.notes(error.notes)
      throw .commit(error)
    }
  }

  /// Makes `changes`, all of them or none, for callers that need the cause of a failure and the outcome. From here on
  /// signals are held back, so that the command can report what it has changed.
  func commit(_ changes: [FileChange], command: String) throws(CommitError) -> CommitReport {
    let time = Timestamp(secondsSince1970: surroundings.now())?.fullText ?? ""
    let sentinels = try SentinelLock(
      for: changes.map(\.path), at: location, timeout: timeout, surroundings)
    defer { sentinels.release() }
    HeldSignals.hold()
    let report = try session.commit(changes, command: command, time: time)
    console.notes(report.notes)
    return report
  }

  /// A path from the repository root as the committer knows it, from the specs root.
  func inside(_ path: String) -> String {
    PathText.rest(of: path, below: location.root.path) ?? path
  }
}

extension Message {
  fileprivate static func changedSince(_ path: String) -> Message {
    "\(path) was changed by another program right after it was written"
  }
}
