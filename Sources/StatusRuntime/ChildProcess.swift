import CSystemShims
import Glibc

/// A process of another program, which is written to and read from through pipes. It ends with this object at the latest.
///
/// What it writes to standard error is kept in memory, so it never waits for a reader of that. Signals and their handling
/// are those of a fresh process.
package final class ChildProcess {
  /// Why it could not be talked to.
  package enum Failure: Error, Hashable, Sendable {
    /// A system call failed; the number of the error (errno(3)).
    case system(Int32)
    /// It wrote nothing for that many seconds, though its answer was due.
    case silent(seconds: Int)
    /// Its output ended before the answer did.
    case cut
    /// A part of its answer has more bytes than that.
    case tooLong(limit: Int)
  }

  private let process: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private let patience: Int
  private var exitCode: Int?
  /// What is not yet written, and whether the input ends after it.
  private var unwritten: ArraySlice<UInt8> = []
  private var endsInput = false
  /// What was read and not yet given away.
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0

  /// Starts the program at `path`. It gets `arguments` after its name, and only the variables of `environment`, each as
  /// NAME=value. It may be silent for `patience` seconds.
  package init(_ path: String, _ arguments: [String], environment: [String], patience: Int)
    throws(Failure)
  {
    let toChild = try Self.pipe()
    defer { close(toChild.reading) }
    let fromChild: Pipe
    do throws(Failure) {
      fromChild = try Self.pipe()
    } catch {
      close(toChild.writing)
      throw error
    }
    defer { close(fromChild.writing) }
    let errors = shim_memory_file()
    var failure = errors < 0 ? errno : 0
    var process: pid_t = 0
    if failure == 0 {
      failure = Self.spawn(
        path, arguments, environment, [toChild.reading, fromChild.writing, errors], &process)
    }
    if failure != 0 {
      for descriptor in [toChild.writing, fromChild.reading, errors] where descriptor >= 0 {
        close(descriptor)
      }
      throw .system(failure)
    }
    self.process = process
    // The process need not wait for its reader so often.
    shim_widen_pipe(fromChild.reading, 1 << 20)
    input = toChild.writing
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    output = fromChild.reading
    self.errors = errors
    self.patience = patience
  }

  deinit {
    unwritten = []
    closeInput()
    close(output)
    close(errors)
    if exitCode == nil {
      kill(process, SIGKILL)
      _ = wait()
    }
  }

  private typealias Pipe = (reading: Int32, writing: Int32)

  private static func pipe() throws(Failure) -> Pipe {
    var ends: [Int32] = [-1, -1]
    if shim_pipe(&ends) != 0 { throw .system(errno) }
    return (ends[0], ends[1])
  }

  /// 0, or an errno. `streams` become the standard streams.
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], _ streams: [Int32],
    _ process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, descriptor) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(index))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    return posix_spawn(&process, path, &actions, &attributes, &words, &variables)
  }

  /// Writes to its standard input: at once what it takes, the rest while its output is read. So it can be asked any number
  /// of questions before the first answer is read. A process that does not read any more shows in its answer.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    if unwritten.isEmpty { unwritten = bytes[...] } else { unwritten += bytes }
    try flush()
  }

  private func flush() throws(Failure) {
    while !unwritten.isEmpty {
      let count = unwritten.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if count > 0 {
        unwritten = unwritten.dropFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno == EPIPE {
        unwritten = []
      } else if errno != EINTR {
        throw .system(errno)
      }
    }
    if endsInput { closeInput() }
  }

  /// Ends its standard input, after what is not yet written.
  package func closeInput() {
    endsInput = true
    guard unwritten.isEmpty, input >= 0 else { return }
    close(input)
    input = -1
  }

  /// What it writes before the next `end`, which is dropped; nil at the end of its output.
  package func read(until end: UInt8, limit: Int) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      if unread.isEmpty, try !fill() {
        if bytes.isEmpty { return nil }
        throw .cut
      }
      let part = buffer[unread]
      let stop = part.firstIndex(of: end)
      bytes.append(contentsOf: part[..<(stop ?? part.endIndex)])
      if bytes.count > limit { throw .tooLong(limit: limit) }
      unread = (stop.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
      if stop != nil { return bytes }
    }
  }

  /// The next `count` bytes of its output.
  package func read(count: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if unread.isEmpty, try !fill() { throw .cut }
      let part = unread.prefix(count - bytes.count)
      bytes += buffer[part]
      unread = part.upperBound..<unread.upperBound
    }
    return bytes
  }

  /// Passes over the next `count` bytes of its output.
  package func skip(count: Int) throws(Failure) {
    var left = count
    while left > 0 {
      if unread.isEmpty, try !fill() { throw .cut }
      let passed = min(left, unread.count)
      unread = unread.lowerBound + passed..<unread.upperBound
      left -= passed
    }
  }

  /// The rest of its output, of at most `limit` bytes.
  package func readToEnd(limit: Int) throws(Failure) -> [UInt8] {
    var bytes = Array(buffer[unread])
    unread = 0..<0
    while try fill() {
      bytes.append(contentsOf: buffer[unread])
      unread = 0..<0
      if bytes.count > limit { throw .tooLong(limit: limit) }
    }
    return bytes
  }

  /// Reads into the empty buffer; false at the end of the output.
  private func fill() throws(Failure) -> Bool {
    while true {
      // A negative descriptor is passed over.
      var ready = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: unwritten.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
      ]
      let answer = poll(&ready, 2, Int32(patience * 1000))
      if answer == 0 { throw .silent(seconds: patience) }
      if answer > 0, ready[1].revents != 0 { try flush() }
      if answer > 0, ready[0].revents == 0 { continue }
      let count = answer < 0 ? -1 : Glibc.read(output, &buffer, buffer.count)
      if count >= 0 {
        unread = 0..<count
        return count > 0
      }
      if errno != EINTR { throw .system(errno) }
    }
  }

  /// Waits for its end, after its input was closed and its output read. The exit code, or 128 plus the number of the
  /// signal that ended it.
  @discardableResult package func wait() -> Int {
    if let exitCode { return exitCode }
    unwritten = []
    closeInput()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let code = Int(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
    exitCode = code
    return code
  }

  /// The first bytes, at most `limit`, of what it has written to standard error.
  package func errors(limit: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = pread(errors, &bytes, limit, 0)
    return Array(bytes.prefix(max(0, count)))
  }
}

extension ChildProcess {
  /// The program of that `name` in the directories that PATH, `search`, lists. Those that are relative are passed over:
  /// what they mean depends on the working directory, which may belong to others.
  package static func find(_ name: String, in search: String) -> String? {
    search.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first { path in
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
      }
  }
}
