import StatusDiagnostics
import StatusFileSystem
import StatusReport
import StatusRules
import StatusText

/// Creates the reports of a result, and writes each to its destination.
struct Reporter {
  let console: Console
  /// The tracking files that have been changed, as shown to users.
  let committed: [String]
  let locations: TreeLocations
  let junitDetailAll: Bool
  let surroundings: Surroundings

  /// Writes the report in `format` to standard output.
  func print(_ result: CheckResult, _ format: ReportFormat) throws(CommandError) {
    try console.print(try render(result, format), as: format, committed: committed)
  }

  /// Writes the line of a check that goes on to standard output; `changed` are the files that have changed.
  func print(_ result: CheckResult, changed: [String]) throws(CommandError) {
    try console.print(
      WatchLine.render(result, changed: changed, try options(forFile: false)), as: .jsonLines)
  }

  /// Writes `bytes` to standard output unchanged.
  func print(bytes: [UInt8]) throws(CommandError) { try console.print(exactly: bytes) }

  /// Writes the report in `format` to standard error.
  func complain(_ result: CheckResult, _ format: ReportFormat) throws(CommandError) {
    console.complain(try render(result, format), as: format)
  }

  /// Writes the number of findings of each rule to standard output.
  func printStatistics(_ result: CheckResult) throws(CommandError) {
    try console.print(
      StatisticsReport.render(result, try options(forFile: false)), as: .text, committed: committed)
  }

  /// Writes the report in `format` to a file, and creates missing directories.
  func write(_ result: CheckResult, _ format: ReportFormat, to path: String) throws(CommandError) {
    let bytes = try render(result, format, forFile: true)
    try console.settle(committed: committed) { () throws(CommandError) in
      do throws(FileSystemError) {
        try SingleFile(path, in: surroundings.fileSystem).write(bytes)
      } catch {
        throw CommandError.failure(error)
      }
    }
  }

  private func render(_ result: CheckResult, _ format: ReportFormat, forFile: Bool = false)
    throws(CommandError) -> [UInt8]
  {
    let options = try options(forFile: forFile)
    do {
      return try format.render(result, options)
    } catch {
      throw .failure("\(error.description)")
    }
  }

  private func options(forFile: Bool) throws(CommandError) -> ReportOptions {
    let epoch = try ReportMoment.sourceDateEpoch(in: surroundings)
    return ReportOptions(
      toolVersion: Version.current, rules: RuleCatalogue.descriptors, timestamp: epoch ?? surroundings.now(),
      reproducible: epoch != nil, color: !forFile && console.usesColor,
      width: forFile ? nil : console.width,
      junitDetailAll: junitDetailAll, githubActions: surroundings.isGitHubActions,
      shownPath: ShownPath(repository: locations.base, workingDirectory: surroundings.workingDirectory).shown,
      pathBytes: { FileName.bytes(of: $0) })
  }
}
