import Glibc
import StatusRuntime
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ChildProcessTests {
  private func shell(_ script: String, environment: [String] = [], patience: Int = 30) throws -> ChildProcess
  {
    try ChildProcess("/bin/sh", ["-c", script], environment: environment, patience: patience)
  }

  @Test func itAnswersLineByLine() throws {
    let process = try shell("while read line; do echo \"<$line>\"; done")
    try process.write(Array("one\n".utf8))
    #expect(try process.read(until: 10, limit: 100) == Array("<one>".utf8))
    try process.write(Array("two\n".utf8))
    #expect(try process.read(count: 3) == Array("<tw".utf8))
    try process.skip(count: 3)
    process.closeInput()
    #expect(try process.read(until: 10, limit: 100) == nil)
    #expect(process.wait() == 0)
  }

  /// A pipe holds far less: neither waits for the other.
  @Test func itCanBeAskedMuchBeforeItsAnswersAreRead() throws {
    let process = try shell("exec cat")
    let question = [UInt8](repeating: 0x61, count: 300_000) + [10]
    for _ in 0..<4 { try process.write(question) }
    process.closeInput()
    for _ in 0..<4 {
      #expect(try process.read(until: 10, limit: 1 << 20) == Array(question.dropLast()))
    }
    #expect(try process.read(until: 10, limit: 1) == nil)
    #expect(process.wait() == 0)
  }

  @Test func whatEndsWithoutReadingIsNotWaitedFor() throws {
    // As the program does.
    signal(SIGPIPE, SIG_IGN)
    let process = try shell("exec true")
    try process.write([UInt8](repeating: 0x61, count: 300_000))
    #expect(try process.readToEnd(limit: 1) == [])
    #expect(process.wait() == 0)
  }

  @Test func nothingOfTheEnvironmentIsInherited() throws {
    let process = try shell("/usr/bin/env", environment: ["ONE=1", "TWO=a b"])
    let lines = String(decoding: try process.readToEnd(limit: 10_000), as: UTF8.self).split(separator: "\n")
    #expect(Set(lines).isSuperset(of: ["ONE=1", "TWO=a b"]))
    #expect(!lines.contains { $0.hasPrefix("HOME=") })
  }

  @Test func errorsAreKeptApart() throws {
    // More than a pipe holds: nobody reads it while the process runs.
    let process = try shell("head -c 300000 /dev/zero | tr '\\0' e >&2; echo out; exit 3")
    #expect(try process.readToEnd(limit: 100) == Array("out\n".utf8))
    #expect(process.wait() == 3)
    #expect(process.errors(limit: 10) == Array("eeeeeeeeee".utf8))
  }

  @Test func whatCannotBeRunIsAnError() {
    #expect(throws: ChildProcess.Failure.system(2)) {
      try ChildProcess("/nonexistent/program", [], environment: [], patience: 1)
    }
  }

  @Test func silenceAndTooMuchAreErrors() throws {
    #expect(throws: ChildProcess.Failure.silent(seconds: 1)) {
      try shell("exec sleep 50", patience: 1).readToEnd(limit: 10)
    }
    #expect(throws: ChildProcess.Failure.tooLong(limit: 10)) { try shell("yes").readToEnd(limit: 10) }
    #expect(throws: ChildProcess.Failure.cut) { try shell("printf abc").read(count: 4) }
    #expect(throws: ChildProcess.Failure.cut) { try shell("printf abc").read(until: 10, limit: 10) }
  }

  @Test func aSignalIsItsEnd() throws {
    let process = try shell("kill -TERM $$")
    #expect(try process.readToEnd(limit: 10) == [])
    #expect(process.wait() == 128 + 15)
  }

  @Test func programsAreNotTakenFromTheWorkingDirectory() {
    #expect(ChildProcess.find("sh", in: ".:bin::/nonexistent:/bin") == "/bin/sh")
    #expect(ChildProcess.find("sh", in: ".:") == nil)
    #expect(ChildProcess.find("tmp", in: "/") == nil)
  }
}
