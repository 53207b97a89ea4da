import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusText

/// The baseline of one run of `check`: read before, and updated after it if requested.
struct BaselineUse {
  private let file: BaselineFile
  private let flags: BaselineFlags
  private let baseline: Baseline
  /// Whether the file is there.
  private let exists: Bool
  private let locations: [TreeLocation]
  private let console: Console

  /// Reads the baseline at `path` of a check of the trees at `locations`, which writes `reports`; nil if there is none.
  init?(
    _ command: CheckCommand, at path: String?, reports: [ExtraReport], _ locations: [TreeLocation],
    _ outputs: OutputPaths, _ console: Console
  ) throws(CommandError) {
    var flags = command.baselineFlags
    flags.path = path
    self.flags = flags
    guard let path = try flags.path(in: command) else { return nil }
    guard Set(locations.map(\.repository)).count == 1 else {
      throw .usage("--baseline is for one repository", hint: "check each repository by itself")
    }
    try outputs.refuse(baseline: path, reports: reports.map(\.path))
    file = BaselineFile(path, in: console.surroundings.fileSystem)
    let read = try file.read()
    guard read != nil || flags.updates && flags.grows else {
      throw .usage(
        "the baseline \(outside: path) was not found",
        hint: "make one with `statuslint check --baseline \(outside: path) --update-baseline --grow`")
    }
    exists = read != nil
    baseline = read ?? Baseline([])
    self.locations = locations
    self.console = console
  }

  /// The entries about the tree at `location`: those with a path in it, and in no tree within it.
  func entries(of location: TreeLocation) -> [Baseline.Entry] {
    let inner = locations.filter { $0 != location && Self.contains(location.root.path, $0.root.path) }
    return baseline.entries.filter { entry in
      Self.contains(location.root.path, entry.path)
        && !inner.contains { Self.contains($0.root.path, entry.path) }
    }
  }

  private static func contains(_ directory: String, _ path: String) -> Bool {
    directory.isEmpty || PathText.rest(of: path, below: directory) != nil
  }

  /// Updates the file if that was requested: what is gone goes, and with --grow all findings of `result` are added and
  /// do not count any more.
  func update(with result: inout CheckResult) throws(CommandError) {
    guard flags.updates else { return }
    let added = flags.grows ? result.findings : []
    let updated = baseline.updated(without: result.stale, adding: added)
    if !exists || updated != baseline { try file.write(updated) }
    console.note(
      "\(outside: file.path): \(added.count) added, \(result.stale.count) removed, "
        + "\(Counted(updated.entries.count, "finding")) left")
    result.stale = []
    guard flags.grows else { return }
    result.findings = []
    result.setAside = CheckEngine.sorted(
      result.setAside + added.map { SetAsideFinding($0, .baselined) })
  }
}
