import Glibc
import StatusFileSystem
import StatusReport
import StatusRuntime
import StatusText

/// The streams and arguments of the process itself, for the executables.
package enum ProcessStreams {
  /// Makes a closed pipe an error of writing rather than the end of the process, and closed streams harmless.
  package static func prepare() {
    ProcessMemory.growInLargeSteps()
    StandardStreams.occupyClosed()
    OutputStream.ignoreBrokenPipes()
  }

  /// The words after the program's name. `CommandLine.arguments` would lose the bytes of file names that are not UTF-8.
  package static var arguments: [String] { ProcessArguments.words.map { FileName.decode(cString: $0) } }

  /// Writes a result of the argument parser: a help page, a completion script.
  package static func print(_ text: Message) throws(CommandError) {
    do {
      try OutputStream.standardOutput.write(text)
    } catch {
      throw .failure(error)
    }
  }

  /// Writes to standard error, and ignores failures.
  package static func complain(_ text: Message) {
    let isRead = getenv("GITHUB_ACTIONS").map { String(cString: $0) } == "true"
    let bytes = Array(text.shown.utf8)
    _ = try? OutputStream.standardError.write(isRead ? WorkflowCommandGuard.guarded(bytes, in: .text) : bytes)
  }
}
