import StatusDiagnostics
import StatusFileSystem
import StatusReport
import StatusRules
import StatusText

/// Makes reports from a result, and takes them where they were asked for.
struct Reporter {
  let console: Console
  let locations: TreeLocations
  let junitDetailAll: Bool
  let surroundings: Surroundings

  /// Writes the report in `format` to standard output.
  func print(_ result: CheckResult, _ format: ReportFormat) throws(CommandError) {
    try console.print(try render(result, format), as: format)
  }

  /// Writes `bytes`, which are not for people, to standard output as they are.
  func print(bytes: [UInt8]) throws(CommandError) { try console.print(exactly: bytes) }

  /// Writes the report in `format` to standard error.
  func complain(_ result: CheckResult, _ format: ReportFormat) throws(CommandError) {
    console.complain(try render(result, format), as: format)
  }

  /// Writes the number of findings of each rule to standard output.
  func printStatistics(_ result: CheckResult) throws(CommandError) {
    try console.print(StatisticsReport.render(result, try options(forFile: false)))
  }

  /// Writes the report in `format` to a file; its directories are made where they are missing.
  func write(_ result: CheckResult, _ format: ReportFormat, to path: String) throws(CommandError) {
    let bytes = try render(result, format, forFile: true)
    do {
      try SingleFile(path, in: surroundings.fileSystem).write(bytes)
    } catch {
      throw CommandError.failure(DisplayText.escaped(error.message), hint: error.hint)
    }
  }

  private func render(_ result: CheckResult, _ format: ReportFormat, forFile: Bool = false)
    throws(CommandError)
    -> [UInt8]
  {
    do {
      return try format.render(result, try options(forFile: forFile))
    } catch let error as ReportError {
      throw CommandError.failure(error.description)
    } catch let error as CommandError {
      throw error
    } catch {
      throw CommandError.failure("\(error)")
    }
  }

  private func options(forFile: Bool) throws(CommandError) -> ReportOptions {
    let epoch = try sourceDateEpoch()
    return ReportOptions(
      toolVersion: Version.current, rules: RuleCatalogue.descriptors, timestamp: epoch ?? surroundings.now(),
      reproducible: epoch != nil, colour: !forFile && console.usesColour,
      width: forFile ? nil : console.width,
      junitDetailAll: junitDetailAll, githubActions: surroundings.isGitHubActions,
      shownPath: ShownPath(repository: locations.base, workingDirectory: surroundings.workingDirectory).shown)
  }

  private func sourceDateEpoch() throws(CommandError) -> Int? {
    guard let text = surroundings.variable("SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
      throw CommandError.usage(
        "SOURCE_DATE_EPOCH is \"\(DisplayText.escaped(text))\", which is not a number of seconds since 1970",
        hint: "unset it, or set it to the commit's time: git log -1 --format=%ct")
    }
    return seconds
  }
}
