import Glibc
import StatusTestSupport
import Testing

/// A mistake in a configuration file stops the command, and nothing is written.
@Suite(.timeLimit(.minutes(5)))
struct ConfigurationMistakeTests {
  @Test(
    "a mistake stops every command, and nothing is written",
    arguments: [
      "check", "check --fix", "show", "show 1", "update 1 --status planned", "begin 1 research", "resume 1",
    ])
  func mistakesStop(_ command: String) async throws {
    let tree = try await WorkTree(profile: "opencode", tasks: 8)
    try tree.write(#"{"profile": "claud", "ignroe": []}"#, to: "statuslint.json")
    let before = try await tree.fingerprint()
    let outcome = try await tree.run(command)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(#"statuslint.json:1:13: "claud" is not a profile"#))
    #expect(outcome.errors.contains(#"statuslint.json:1:22: unknown key "ignroe""#))
    #expect(outcome.errors.contains(#"did you mean "ignore"?"#))
    #expect(try await tree.fingerprint() == before)
  }

  @Test(
    "whatever the file is, the command ends with 2",
    arguments: [
      "", "{", "[", "{\"profile\"", "{\"profile\": \"", "\u{FEFF}[]", "null", "{} {}", "{\"a\": 1, \"a\": 2}",
      "/*", "// {}",
      "{\"profile\": \"claude\" \"x\": 1}", "<<<<<<< HEAD\n{}\n", "\u{0}", "{\"\u{202E}\": 1}",
    ])
  func hostileText(_ text: String) async throws {
    let tree = try SampleTree()
    try tree.repository.write(text, to: "statuslint.json")
    let outcome = try await tree.run("check")
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    #expect(outcome.errors.contains("error: statuslint.json:"))
  }

  @Test("bytes that are not UTF-8, deep brackets and large files end with 2")
  func hostileBytes() async throws {
    let tree = try SampleTree()
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 500_000)
    let keys = (0..<40_000).map { "\"k\($0)\": {}" }.joined(separator: ",")
    let samples = [
      Array("{\"profile\": \"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8), deep, Array("{\(keys)}".utf8),
      Array("{\"ignore\": [".utf8) + deep, [UInt8](repeating: UInt8(ascii: " "), count: 10_000_000),
    ]
    for bytes in samples {
      try tree.repository.write(bytes, to: "statuslint.json")
      let outcome = try await tree.run("check")
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(outcome.errors.utf8.count < 40_000)
    }
  }

  @Test("a directory or a pipe in place of the file ends with 2, a file without permission with 3")
  func otherKinds() async throws {
    let tree = try SampleTree()
    let path = "\(tree.path)/statuslint.json"
    try #require(mkdir(path, 0o755) == 0)
    let directory = try await tree.run("check")
    #expect(directory.exitCode == 2 && directory.errors.contains("statuslint.json: it is a directory"))
    try #require(rmdir(path) == 0 && mkfifo(path, 0o644) == 0)
    let pipe = try await tree.run("check")
    #expect(pipe.exitCode == 2 && pipe.errors.contains("statuslint.json: it is a named pipe"))
    try #require(unlink(path) == 0)
    try tree.repository.write("{}", to: "statuslint.json")
    try #require(chmod(path, 0) == 0)
    var invocation = tree.invocation("check")
    invocation.isUnprivileged = true
    let closed = try await invocation.run()
    #expect(closed.exitCode == 3 && closed.errors.contains("statuslint.json: permission denied"))
    #expect(try await tree.run("check", "--config", "none.json").exitCode == 2)
    #expect(try await tree.run("check", "--config", "").exitCode == 2)
  }
}
