import Glibc

/// The resources that a process used.
struct ProcessUsage {
  /// The error if a process could not be started.
  struct Failure: Error, CustomStringConvertible {
    let program: String
    let code: Int32
    var description: String { "cannot run \(program): \(String(cString: strerror(code)))" }
  }

  /// The peak memory in bytes (getrusage(2), `ru_maxrss`). Never less than the peak of this program, which the system
  /// also counts for its children.
  let peakMemory: Int
  /// The bytes that its read calls returned, including cached data (proc_pid_io(5), `rchar`); nil if unknown.
  let bytesRead: Int?
  /// The exit code, or 128 plus the number of the signal that ended the process.
  let exitCode: Int

  /// Runs `command`, which is looked up in PATH, and discards its standard output.
  init(running command: [String]) throws(Failure) {
    let process = try Self.start(command)
    // Keeps the ended process in the table, so that /proc can still be read.
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    bytesRead = Self.bytesRead(by: process)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      if errno != EINTR { throw Failure(program: command.first ?? "", code: errno) }
    }
    peakMemory = Int(usage.ru_maxrss) * 1024
    let signal = status & 0x7F
    exitCode = Int(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
  }

  private static func start(_ command: [String]) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) }
    defer { arguments.forEach { free($0) } }
    guard let program = arguments.first else { throw Failure(program: "nothing", code: EINVAL) }
    arguments.append(nil)
    var process: pid_t = 0
    guard let program else { throw Failure(program: command[0], code: ENOMEM) }
    let code = posix_spawnp(&process, program, &actions, nil, arguments, environ)
    if code != 0 { throw Failure(program: command[0], code: code) }
    return process
  }

  private static func bytesRead(by process: pid_t) -> Int? {
    guard let stream = fopen("/proc/\(process)/io", "r") else { return nil }
    defer { fclose(stream) }
    var buffer = [CChar](repeating: 0, count: 512)
    let count = fread(&buffer, 1, buffer.count, stream)
    let text = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("rchar: ") }
    return line.flatMap { Int($0.dropFirst("rchar: ".count)) }
  }
}
