import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusModel
import StatusReport
import StatusRules
import StatusRuntime
import StatusText

/// One run of `check`: checks each tree, and collects findings and fixes. A class: it is large, and there is one at a time.
final class CheckRun {
  /// The findings and fixes of each tree.
  private(set) var results: [CheckResult] = []
  /// The patch with the fixes of all trees, if requested.
  private(set) var patch: [UInt8] = []
  /// The fixed content of standard input, if requested.
  private(set) var correctedInput: [UInt8]?
  /// The tracking files that have been changed so far, as they are shown.
  private(set) var committed: [String] = []
  /// Why fixes could not be written; the trees that follow are not touched then.
  private(set) var failure: CommandError?

  /// How findings are fixed; nil to only report them.
  let fixing: CheckCommand.Fixing?

  /// Reports in addition to standard output.
  let reports: [ExtraReport]

  /// What was asked for.
  let command: CheckCommand
  /// The rules of each tree, by its directory.
  let selections: [String: RuleSelection]
  /// The trees and their settings.
  let request: TreeRequest
  /// The findings that are accepted, if there is a baseline.
  let baseline: BaselineUse?
  /// The revision that was looked for at once; nil for none.
  let former: RevisionAhead?
  /// Where output may go.
  let outputs: OutputPaths
  /// What is around the process.
  let surroundings: Surroundings
  /// Writes notes.
  let console: Console

  /// Whether a report shows the tasks themselves.
  private let showsTasks: Bool
  private let locations: TreeLocations
  private let shown: ShownPath

  init(
    _ command: CheckCommand, _ fixing: CheckCommand.Fixing?, _ selections: [String: RuleSelection],
    _ reports: [ExtraReport], _ request: TreeRequest, _ baseline: BaselineUse?, _ locations: TreeLocations,
    _ former: RevisionAhead?, _ outputs: OutputPaths, _ surroundings: Surroundings
  ) {
    self.command = command
    self.fixing = fixing
    self.selections = selections
    self.reports = reports
    let formats = [command.format].compactMap(\.self) + reports.map(\.format)
    showsTasks = formats.contains { $0.showsTasks }
    self.request = showsTasks ? request.keepingBytes : request
    self.baseline = baseline
    self.former = former
    self.locations = locations
    self.outputs = outputs
    self.surroundings = surroundings
    console = Console(surroundings: surroundings, common: command.common)
    shown = ShownPath(repository: locations.base, workingDirectory: surroundings.workingDirectory)
  }

  /// Checks the tree at `location`, and fixes it if requested.
  func check(_ location: TreeLocation) throws(CommandError) {
    if let format = request.format(of: location) {
      try check(location) { run, isLocked throws(CommandError) in
        try run.load(format, location, isLocked: isLocked)
      }
    } else {
      try check(location) { run, isLocked throws(CommandError) in try run.load(location, isLocked: isLocked) }
    }
  }

  /// Reads and judges a tree; the second argument tells whether it is locked.
  private typealias Load<Tree: JudgedTree> = (CheckRun, Bool) throws(CommandError) -> Tree

  private func check<Tree: JudgedTree>(_ location: TreeLocation, _ load: Load<Tree>)
    throws(CommandError)
  {
    guard let fixing else {
      let judged = try load(self, false)
      return finish(judged.result(), location, judged)
    }
    if fixing.action == .show || command.stdinPath != nil {
      try preview(location, fixing, load)
    } else if command.fixFlags.interactive {
      try fixInteractively(location, fixing, load)
    } else {
      try fix(location, fixing, load)
    }
  }

  private func finish(_ result: CheckResult, _ location: TreeLocation, _ tree: some JudgedTree) {
    var result = result
    if showsTasks, let workspace = (tree as? Inspection)?.snapshot.workspace {
      result.tasks = workspace.overviews(of: workspace.tasks)
    }
    results.append(result.prefixed(locations.prefix(location)))
    surroundings.leftovers.keep(tree)
  }

  /// Fixes in memory only, for a patch or for standard input.
  private func preview<Tree: JudgedTree>(
    _ location: TreeLocation, _ fixing: CheckCommand.Fixing, _ load: Load<Tree>
  ) throws(CommandError) {
    if fixing.action == .show { try request.refuseInterrupted(location) }
    let judged = try load(self, false)
    let onlyPath = command.stdinPath.flatMap { _ in location.shown.first }
    let outcome = try fixed(judged, fixing, onlyPath: onlyPath)
    if fixing.action == .show {
      for file in outcome.files { patch += diff(file, prefix: locations.prefix(location)) }
      if !outcome.files.isEmpty { console.note(Self.preview(outcome.fixed.count, outcome.files.count)) }
      finish(judged.result(), location, judged)
    } else {
      correctedInput = outcome.files.first?.bytes ?? request.input
      finish(result(of: outcome, fixing), location, outcome.tree)
    }
  }

  private func fixed<Tree: JudgedTree>(
    _ judged: Tree, _ fixing: CheckCommand.Fixing, onlyPath: String? = nil, prompt: FixPrompt? = nil
  ) throws(CommandError) -> FixEngine<Tree>.Outcome {
    do {
      return try judged.fixed(allowsUnsafe: fixing.includesUnsafe, onlyPath: onlyPath) {
        prompt?.wants($0, $1, bytes: $2) ?? true
      }
    } catch {
      throw CommandError(error)
    }
  }

  private static func preview(_ findings: Int, _ files: Int) -> Message {
    "\(Counted(findings, "finding")) would be fixed in \(Counted(files, "file"))"
  }

  private func diff(_ file: EditedFile, prefix: String) -> [UInt8] {
    UnifiedDiff.render(
      name: FileName.bytes(of: prefix + file.path), original: file.original, edits: file.edits,
      style: console.patchStyle)
  }

  /// Fixes for good: under the tree's lock, all files or none.
  private func fix<Tree: JudgedTree>(
    _ location: TreeLocation, _ fixing: CheckCommand.Fixing, _ load: Load<Tree>
  ) throws(CommandError) {
    if HeldSignals.isPending {
      failure = .failure(
        "interrupted before \(outside: location.rootPath(in: surroundings).shown) was fixed")
      return
    }
    let session: TreeSession
    do {
      session = try TreeSession(location, timeout: command.lockTimeout, console, surroundings)
    } catch {
      // Without a tree that was dealt with before, there is nothing to report.
      if results.isEmpty { throw error }
      failure = error
      return
    }
    let judged = try load(self, true)
    do {
      try write(try fixed(judged, fixing), session, location, fixing)
    } catch {
      failure = error
      finish(judged.result(), location, judged)
    }
  }

  /// Asks about each fix. The tree is not locked while the user thinks: should it change, the commit is refused.
  private func fixInteractively<Tree: JudgedTree>(
    _ location: TreeLocation, _ fixing: CheckCommand.Fixing, _ load: Load<Tree>
  ) throws(CommandError) {
    try request.refuseInterrupted(location)
    let judged = try load(self, false)
    let prompt = FixPrompt(console, shown: shown.unescaped)
    let outcome = try fixed(judged, fixing, prompt: prompt)
    guard !prompt.hasQuit, !outcome.files.isEmpty else {
      console.note("nothing was written")
      return finish(judged.result(fixed: [], onlyFixed: fixing.action == .writeOnly), location, judged)
    }
    let session = try TreeSession(location, timeout: command.lockTimeout, console, surroundings)
    try write(outcome, session, location, fixing)
  }

  private func write<Tree: JudgedTree>(
    _ outcome: FixEngine<Tree>.Outcome, _ session: TreeSession, _ location: TreeLocation,
    _ fixing: CheckCommand.Fixing
  ) throws(CommandError) {
    try session.write(
      outcome.files, command: fixing.includesUnsafe ? "check --fix --unsafe-fixes" : "check --fix")
    committed += outcome.files.map { shown.unescaped(locations.prefix(location) + $0.path) }
    finish(result(of: outcome, fixing), location, outcome.tree)
  }

  private func result<Tree: JudgedTree>(
    of outcome: FixEngine<Tree>.Outcome, _ fixing: CheckCommand.Fixing
  ) -> CheckResult {
    outcome.tree.result(fixed: outcome.fixed, onlyFixed: fixing.action == .writeOnly)
  }
}
