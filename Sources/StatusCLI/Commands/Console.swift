import StatusFileSystem
import StatusReport
import StatusRuntime
import StatusText

/// Writes the output of a command: results to standard output, everything else to standard error.
package struct Console {
  let surroundings: Surroundings
  let common: CommonOptions

  /// The console of a command with these options.
  package init(surroundings: Surroundings, common: CommonOptions) {
    self.surroundings = surroundings
    self.common = common
  }

  /// Whether to use colors: as requested, else as the environment says, else only on a terminal.
  var usesColor: Bool {
    switch common.color {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let no = surroundings.variable("NO_COLOR"), !no.isEmpty { return false }
    if let force = surroundings.variable("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    return surroundings.standardOutput.isTerminal && surroundings.variable("TERM") != "dumb"
  }

  /// The width of the terminal in columns, if standard output is a terminal.
  var width: Int? {
    guard surroundings.standardOutput.isTerminal else { return nil }
    return surroundings.variable("COLUMNS").flatMap { Int($0) } ?? surroundings.standardOutput.terminalWidth
  }

  /// How a patch is written to standard output: byte for byte, except on a terminal.
  var patchStyle: UnifiedDiff.Style {
    let isSeen = surroundings.standardOutput.isTerminal || common.color == .always
    return isSeen ? .shown(color: usesColor) : .exact
  }

  /// Writes a note on a step of the work, if the user wants to know.
  func step(_ text: @autoclosure () -> Message) {
    if common.verbose { note(text()) }
  }

  /// Writes a line of a result.
  func print(_ line: Message) throws(CommandError) { try print(text: "\(line)\n") }

  /// Writes a result for people. A reader that has closed the pipe is not an error.
  func print(text: Message) throws(CommandError) { try print(Array(text.shown.utf8), as: .text) }

  /// Writes a report, whose format escapes what it contains.
  func print(_ report: [UInt8], as format: ReportFormat) throws(CommandError) {
    try print(exactly: guarded(report, format))
  }

  /// Writes a result that has to stay as it is, byte for byte: a patch, a file.
  func print(exactly bytes: [UInt8]) throws(CommandError) {
    do {
      _ = try surroundings.standardOutput.write(bytes)
    } catch {
      throw CommandError.failure(error)
    }
  }

  /// Writes a result for people of work that changed the files `committed`.
  func print(text: Message, committed: [String]) throws(CommandError) {
    try print(Array(text.shown.utf8), as: .text, committed: committed)
  }

  /// Writes the result of work that changed the files `committed`. If the result cannot be written after a change, that
  /// is a warning, because the work is done; without a change it is a failure. In both cases, a JSON result goes to
  /// standard error.
  func print(_ bytes: [UInt8], as format: ReportFormat, committed: [String]) throws(CommandError) {
    guard !committed.isEmpty else {
      do {
        return try print(bytes, as: format)
      } catch {
        if format == .json { complain(bytes, as: .json) }
        throw error
      }
    }
    let obstacle: Message
    do {
      guard try surroundings.standardOutput.write(guarded(bytes, format)) == .readerGone else { return }
      obstacle = "the reader closed it"
    } catch {
      obstacle = error.reasonText
    }
    warn("standard output could not be written: \(obstacle)", committed: committed)
    if format == .json { complain(bytes, as: .json) }
  }

  /// Warns, even with --quiet, about a failure after the files `committed` were changed.
  func warn(_ message: Message, committed: [String]) {
    let files: Message = committed.isEmpty ? "" : "; committed: \(committed.joined(separator: ", "))"
    complain("statuslint: warning: \(message)\(files)\n")
  }

  /// Warns, if a signal that was held back is about to end the program, that the files `committed` are changed.
  func warnOfInterruption(committed: [String]) {
    if !committed.isEmpty, HeldSignals.isPending {
      warn("interrupted after the commit", committed: committed)
    }
  }

  /// Does `work`, which reports on work that has changed the files `committed`; that it fails then is a warning.
  func settle(committed: [String], _ work: () throws(CommandError) -> Void) throws(CommandError) {
    do {
      try work()
    } catch {
      if committed.isEmpty { throw error }
      warn(error.message, committed: committed)
    }
  }

  /// Writes a note, unless --quiet was given.
  func note(_ line: Message) {
    if !common.quiet { complain("statuslint: \(line)\n") }
  }

  /// Writes lines to standard error.
  func complain(_ lines: Message) { complain(Array(lines.shown.utf8), as: .text) }

  /// Writes a report to standard error, if standard output is used for something else.
  func complain(_ report: [UInt8], as format: ReportFormat) {
    _ = try? surroundings.standardError.write(guarded(report, format))
  }

  /// Without what GitHub Actions would take for a command.
  private func guarded(_ bytes: [UInt8], _ format: ReportFormat) -> [UInt8] {
    surroundings.isGitHubActions ? WorkflowCommandGuard.guarded(bytes, in: format) : bytes
  }
}
