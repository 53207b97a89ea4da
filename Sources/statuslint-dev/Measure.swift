import ArgumentParser

/// `statuslint-dev measure`: what one run of a command takes, for `scripts/bench`.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a command, its output thrown away, and print its peak memory and what it read, in bytes.")

  @Argument(parsing: .postTerminator, help: "The command and its arguments, after --.")
  var command: [String]

  func run() throws {
    let usage = try ProcessUsage(running: command)
    print("peak \(usage.peakMemory)")
    print("read \(usage.bytesRead.map(String.init) ?? "unknown")")
    print("exit \(usage.exitCode)")
  }
}
