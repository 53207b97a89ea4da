import Glibc
import StatusTestSupport
import Testing

/// A run of the program that goes on until it is asked to end. Waiting for it is bounded, and depends on what it writes.
/// Used by one thread at a time.
final class LiveProgram: @unchecked Sendable {
  /// The program did not do in time what it was expected to do.
  struct Late: Error {
    let expected: String
    let output: String
  }

  private var process: pid_t = 0
  private let input: Int32
  private var output: Int32
  private var unread: [UInt8] = []

  /// How long to wait for anything, in milliseconds: much longer than it takes.
  private static let patience: Int32 = 30_000

  /// Starts the program in `directory`, on a pseudo-terminal of script(1) if requested. What it writes to standard error
  /// comes with its output if `joinsErrors`.
  init(
    _ arguments: [String], in directory: String, onTerminal: Bool = false, joinsErrors: Bool = false
  ) throws {
    var words = [try BuiltProgram.path()] + arguments
    if onTerminal {
      words = ["script", "-qec", "exec " + words.map { "'\($0)'" }.joined(separator: " "), "/dev/null"]
    }
    let errors = joinsErrors ? "2>&1" : "2>/dev/null"
    let line = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\" \(errors)", directory] + words
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
      throw TemporaryDirectory.Failure(call: "pipe", path: "", errno: errno)
    }
    for descriptor in [toChild[1], fromChild[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (input, output) = (toChild[1], fromChild[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    // It would keep open what other tests are waiting to see closed: the output of a program that is started meanwhile.
    for descriptor in 3..<min(getdtablesize(), 4096) {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    // The tests may have been started with a signal ignored, as nohup(1) does, and their threads hold signals back.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var cWords = line.map { strdup($0) } + [nil]
    let variables = ["PATH=/usr/bin:/bin", "HOME=/nonexistent", "TERM=xterm", "STATUSLINT_NOW=1767225600"]
    var cVariables = variables.map { strdup($0) } + [nil]
    defer { for text in cWords + cVariables { free(text) } }
    let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, &cWords, &cVariables)
    close(toChild[0])
    close(fromChild[1])
    if failure != 0 { throw TemporaryDirectory.Failure(call: "posix_spawn", path: "", errno: failure) }
  }

  deinit {
    close(input)
    stopReading()
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  /// What it writes up to the next `end`, and `end`.
  func read(until end: String) throws -> String {
    let end = Array(end.utf8)
    while true {
      if let found = unread.firstRange(of: end) {
        defer { unread.removeSubrange(..<found.upperBound) }
        return String(decoding: unread[..<found.upperBound], as: UTF8.self)
      }
      guard try fill() else {
        throw Late(
          expected: String(decoding: end, as: UTF8.self), output: String(decoding: unread, as: UTF8.self))
      }
    }
  }

  /// The next line, which is JSON.
  func object() throws -> JSONValue { try JSONValue(parsing: Array(read(until: "\n").utf8)) }

  /// Reads some bytes; false at the end.
  private func fill() throws -> Bool {
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Self.patience) > 0 else {
      throw Late(expected: "output", output: String(decoding: unread, as: UTF8.self))
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(output, &buffer, buffer.count)
    unread += buffer.prefix(max(0, count))
    return count > 0
  }

  /// Types `text`.
  func type(_ text: String) { _ = text.withCString { write(input, $0, strlen($0)) } }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(process, number) }

  /// Stops reading what it writes.
  func stopReading() {
    if output >= 0 { close(output) }
    output = -1
  }

  /// Waits for its end; its exit code, or 128 and the number of the signal that ended it.
  func wait() throws -> Int32 {
    while try fill() {}
    return end()
  }

  /// The same when its output is not read any more.
  func end() -> Int32 {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    process = 0
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
