import ArgumentParser

/// `statuslint-dev measure`: measures one run of a command, for `scripts/bench`.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a command without its output, and print its peak memory and the bytes that it read.")

  @Argument(parsing: .postTerminator, help: "The command and its arguments, after --.")
  var command: [String]

  func run() throws {
    let usage = try ProcessUsage(running: command)
    print("peak \(usage.peakMemory)")
    print("read \(usage.bytesRead.map(String.init) ?? "unknown")")
    print("exit \(usage.exitCode)")
  }
}
