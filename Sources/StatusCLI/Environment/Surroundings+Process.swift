import Glibc
import StatusFileSystem

extension Surroundings {
  /// The surroundings of this process. STATUSLINT_NOW, in seconds since 1970 or as `2025-12-28T10:00:00Z`, is the
  /// present where it is set.
  package static func process() throws(CommandError) -> Surroundings {
    let fileSystem = PosixFileSystem()
    let variable: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
    let fixedNow = try variable("STATUSLINT_NOW").map { text throws(CommandError) in
      guard let seconds = MomentArgument.seconds(text) else {
        throw CommandError.usage(
          "STATUSLINT_NOW is \"\(outside: text)\", which is not a valid time",
          hint: "use a time such as 2025-12-28T10:00:00Z, or seconds since 1970")
      }
      return seconds
    }
    let here: String
    do {
      here = try fileSystem.realPath(".")
    } catch {
      throw CommandError.failure("cannot find the working directory: it may have been removed", hint: nil)
    }
    return Surroundings(
      fileSystem: fileSystem, standardOutput: .standardOutput, standardError: .standardError,
      standardInput: StandardInput(), variable: variable, workingDirectory: here,
      now: { fixedNow ?? time(nil) }, elapsed: monotonicSeconds)
  }

  private static func monotonicSeconds() -> Double {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}
