import StatusFileSystem
import StatusReport
import StatusRuntime
import StatusText

/// `check --watch`: checks, and checks again whenever a file changes, until a signal ends it. It writes no file.
struct CheckWatch {
  private let command: CheckCommand
  private let surroundings: Surroundings
  private let console: Console
  private let trees: WatchedTrees
  private let places: WatchedPlaces
  /// The directory that the paths in reports begin in.
  private var base = "/"

  /// A save takes several steps. It is over when every file is closed and nothing happens for so long, in seconds.
  private static let quiet = 0.015
  /// Changes that go on are checked after so long, in seconds.
  private static let patience = 0.1
  /// So many names of changed files are shown.
  private static let mostNames = 5
  private static let clearing = Array("\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8)

  /// A watch of what `command` checks.
  init(_ command: CheckCommand, in surroundings: Surroundings) throws(CommandError) {
    self.command = command
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: command.common)
    trees = try Self.failing { () throws(FileSystemError) in try WatchedTrees() }
    places = WatchedPlaces(command, trees.watcher, surroundings)
  }

  private static func failing<Result>(_ work: () throws(FileSystemError) -> Result) throws(CommandError)
    -> Result
  {
    do {
      return try work()
    } catch {
      throw .failure(error)
    }
  }

  /// Checks until a signal comes or the reader of the output is gone. The exit code is that of the last check. If the first one is
  /// impossible, the request is wrong, and that is the end.
  mutating func run() throws(CommandError) -> ExitCode {
    guard let signals = EndSignals() else {
      throw .failure("cannot wait for signals: \(Errno.last.text)")
    }
    var outcome = WatchOutcome.checked(try check())
    try show(outcome, isFirst: true)
    while try waitForChange(signals) {
      let next: WatchOutcome
      do throws(CommandError) {
        next = .checked(try check())
      } catch {
        next = .failed(error)
      }
      if !trees.changedFiles.isEmpty || next.facts != outcome.facts { try show(next) }
      outcome = next
    }
    return outcome.exitCode
  }

  /// One check. What it keeps to the end of the program is released at its own end.
  private mutating func check() throws(CommandError) -> CheckPass {
    places.watchStart()
    let pass = try CheckPass(command, fixing: nil, in: surroundings.fresh(), watch: (trees, places))
    base = pass.locations.base
    return pass
  }

  /// Waits for a change and its end; false if there is nothing more to wait for.
  private func waitForChange(_ signals: EndSignals) throws(CommandError) -> Bool {
    var seconds: Double?
    var latest = Double.infinity
    // A file that stays open, such as a log, is waited for only once.
    trees.unfinishedFiles = []
    while true {
      let wakening = try Self.failing { () throws(FileSystemError) in
        let wakening = try trees.watcher.wait(
          atMost: seconds, orFor: Descriptor(signals.descriptor), whileRead: .standardOutput)
        if wakening == .events { try trees.update() }
        return wakening
      }
      switch wakening {
      case .events: break
      case .timeout: return true
      case .signal, .readerGone: return false
      }
      let now = surroundings.elapsed()
      latest = min(latest, now + Self.patience)
      if now >= latest { return true }
      seconds = trees.unfinishedFiles.isEmpty ? min(Self.quiet, latest - now) : latest - now
    }
  }

  // MARK: Output

  private func show(_ outcome: WatchOutcome, isFirst: Bool = false) throws(CommandError) {
    let changed = trees.changedFiles.sorted().map { path in
      RealPath.lies(path, within: base) ? TreeRoots.relative(path, to: base) : path
    }
    trees.settle()
    if command.format == .jsonLines { return try print(outcome, changed: changed) }
    if isSeen { try console.print(exactly: Self.clearing) }
    if !isFirst { console.note(changes(changed)) }
    switch outcome {
    case .checked(let pass): try pass.report()
    case .failed(let error): console.complain(error.text)
    }
    if isFirst || isSeen { console.note("waiting for changes; press Ctrl-C to end") }
  }

  /// Prints a line for a program. A failure is also for people.
  private func print(_ outcome: WatchOutcome, changed: [String]) throws(CommandError) {
    switch outcome {
    case .checked(let pass): try pass.reporter.print(pass.result, changed: changed)
    case .failed(let error):
      try console.print(
        WatchLine.render(failure: error.text.plain, changed: changed), as: .jsonLines)
      console.complain(error.text)
    }
  }

  private func changes(_ changed: [String]) -> Message {
    if changed.isEmpty { return "checked again" }
    let shown = ShownPath(repository: base, workingDirectory: surroundings.workingDirectory)
    let names = changed.prefix(Self.mostNames).map { "\(outside: shown.unescaped($0))" as Message }
    let more: Message = changed.count > names.count ? " and \(changed.count - names.count) more" : ""
    return "changed: \(names.joined(separator: ", "))\(more)"
  }

  /// Whether the output is a screen, which shows one check at a time.
  private var isSeen: Bool {
    surroundings.standardOutput.isTerminal && surroundings.variable("TERM") != "dumb"
  }
}
