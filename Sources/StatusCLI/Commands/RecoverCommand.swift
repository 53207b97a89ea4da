import StatusCommit
import StatusFileSystem
import StatusFormats
import StatusRuntime
import StatusText

/// `statuslint recover`: brings a commit that was interrupted to its end.
package struct RecoverCommand: Command {
  package static let name = "recover"
  package static let argumentCounts = 0...1

  /// The options that every command has.
  package var common = CommonOptions()
  /// The tree, or a directory above or in it; by default, the tree of the working directory.
  private let path: String?
  private var flags = RecoverFlags()
  private var lockTimeout = WriteSession.usualLockTimeout

  package static var options: [CommandOption<RecoverCommand>] {
    outputOptions + [
      rootOption,
      .flag("--adopt") { $0.flags.adopt = true },
      .flag("--discard") { $0.flags.discard = true },
      .text("--lock-timeout") { command, text throws(CommandError) in
        command.lockTimeout = try SecondsArgument.read(text, for: "--lock-timeout")
      },
    ]
  }

  /// A recovery of the tree that a path means.
  package init(arguments: [String]) { path = arguments.first }

  /// Recovers, and reports what it did.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try HeldSignals.released { () throws(CommandError) in try recover(in: surroundings) }
  }

  private func recover(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let decision = try flags.decision()
    let console = Console(surroundings: surroundings, common: common)
    for root in try roots(in: surroundings) {
      let report: RecoveryReport
      do {
        report = try RecoverSession.run(
          root: root, decision: decision, lockTimeout: lockTimeout, in: surroundings.fileSystem)
      } catch {
        console.notes(error.notes)
        throw .commit(error)
      }
      console.notes(report.notes)
      for line in lines(report, root.shown) { try console.print(line) }
    }
    return .success
  }

  /// A directory with a journal in it is a root, whatever has become of its files.
  private func roots(in surroundings: Surroundings) throws(CommandError) -> [RootPath] {
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    let given = path ?? common.root ?? "."
    let directory = discovery.absolutePath(given)
    if RecoverSession.hasJournal(directory, in: surroundings.fileSystem) {
      return [RootPath(directory, shownAs: given)]
    }
    // A configuration with a mistake must not keep anybody from recovering.
    var finder = ConfigurationFinder(common, surroundings)
    let declared = (try? finder.ownFormats(around: [given])) ?? []
    let others = PlanLocations(discovery, PlanFormats.all + declared, only: nil).locations(given)
    do throws(CommandError) {
      return try (discovery.wholeTrees(given) + others).map { $0.rootPath(in: surroundings) }
    } catch {
      if others.isEmpty { throw error }
      return others.map { $0.rootPath(in: surroundings) }
    }
  }

  private func lines(_ report: RecoveryReport, _ shown: String) -> [Message] {
    let root: Message = "\(outside: shown)"
    let files = report.files.map { "\(outside: $0)" as Message }.joined(separator: ", ")
    let count = report.swept.count
    let swept: [Message] =
      count == 0 ? [] : ["\(root): removed \(Counted(count, "leftover file"))"]
    if let event = report.event {
      let state = report.outcome == .undone ? "old content restored" : "new content kept"
      return ["\(root): \(event)" + (files.isEmpty ? "" : "; \(state): \(files)")] + swept
    }
    if report.outcome == .discarded {
      return ["\(root): renamed the journal; all files stay as they are"] + swept
    }
    return swept.isEmpty ? ["\(root): nothing to recover"] : swept
  }
}
