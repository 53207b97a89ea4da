import Glibc
import StatusTestSupport
import Testing

/// `--report`: where reports go, and where they cannot.
@Suite(.timeLimit(.minutes(5)))
struct ReportFileTests {
  private func expectRefused(
    _ invocation: Invocation, _ reason: String, location: SourceLocation = #_sourceLocation
  ) async throws {
    let outcome = try await invocation.run(location)
    #expect(outcome.exitCode == 3, "\(outcome.testDescription)", sourceLocation: location)
    #expect(outcome.errors.hasPrefix("statuslint: error: cannot "), sourceLocation: location)
    #expect(outcome.errors.contains(reason), "\(outcome.errors)", sourceLocation: location)
  }

  @Test func missingDirectoriesAreMade() async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run(
      "check", "specs", "--select", "unreadable-file", "--report", "junit=a/b/c/d.xml", "--report",
      "json=a/r.json",
      "--report", "concise=./a/../a/r.txt", "--report", "text=\(tree.path)/t")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(
      String(decoding: try FileBytes.read("\(tree.path)/a/b/c/d.xml"), as: UTF8.self).hasPrefix("<?xml"))
    #expect(try JSONValue(parsing: FileBytes.read("\(tree.path)/a/r.json"))["tool"] != nil)
    #expect(try FileBytes.read("\(tree.path)/a/r.txt").isEmpty)
    #expect(try !FileBytes.read("\(tree.path)/t").isEmpty)
  }

  @Test func placesThatTakeNoFile() async throws {
    let tree = try SampleTree()
    try tree.repository.write("x", to: "file")
    try await expectRefused(
      tree.invocation("check", "specs", "--report", "json=specs"), "specs: it is a directory")
    try await expectRefused(tree.invocation("check", "specs", "--report", "json=specs/"), "it is a directory")
    try await expectRefused(
      tree.invocation("check", "specs", "--report", "json=file/report.json"), "not a directory")
    try await expectRefused(
      tree.invocation("check", "specs", "--report", "json=file/a/b.json"), "not a directory")
    try await expectRefused(tree.invocation("check", "specs", "--report", "json=new/"), "new/")
    try await expectRefused(tree.invocation("check", "specs", "--report", "json=/dev/full"), "no space left")
    let long = String(repeating: "x", count: 300)
    try await expectRefused(
      tree.invocation("check", "specs", "--report", "json=\(long)"), "file name too long")
    #expect(try FileBytes.read("\(tree.path)/file") == Array("x".utf8))
    // No file is left over.
    let left = try await Invocation(arguments: [], directory: tree.path, shell: "ls -A").run()
    #expect(left.output == ".git\nfile\nspecs\n", "\(left.output)")
  }

  @Test(.enabled(if: Invocation.canDropPrivileges, "needs root, to run the program as another user"))
  func withoutPermission() async throws {
    let tree = try SampleTree()
    try tree.repository.write("error[old]", to: "report.json")
    for target in ["report.json", "new.json", "a/b.json"] {
      var invocation = tree.invocation("check", "specs", "--report", "json=\(target)")
      invocation.isUnprivileged = true
      try await expectRefused(invocation, "permission denied")
    }
    #expect(try FileBytes.read("\(tree.path)/report.json") == Array("error[old]".utf8))
    // Who cannot read a file cannot know that it is a report, not even in a directory of their own.
    try tree.repository.write("secret", to: "own/report.json")
    try tree.repository.setMode("own", 0o777)
    try tree.repository.setMode("own/report.json", 0o600)
    var invocation = tree.invocation("check", "specs", "--report", "json=own/report.json")
    invocation.isUnprivileged = true
    try await expectRefused(invocation, "cannot read own/report.json: permission denied")
  }

  @Test func devicesAndPipes() async throws {
    let tree = try SampleTree()
    try tree.repository.makeFIFO("pipe")
    var pipe = tree.invocation(
      "check", "specs", "--select", "unreadable-file", "--format", "concise", "--report", "json=pipe")
    pipe.shell = "cat pipe > copy & \"$@\"; code=$?; wait; exit $code"
    let outcome = try await pipe.run()
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(try JSONValue(parsing: FileBytes.read("\(tree.path)/copy"))["tool"] != nil)
    let standard = try await tree.run(
      "check", "specs", "--select", "unreadable-file", "--format", "concise", "--report", "json=/dev/stdout",
      "--report", "text=/dev/null", "--report", "text=/dev/stderr")
    #expect(standard.exitCode == 0, "\(standard.testDescription)")
    #expect(standard.output.contains("\"tool\""))
    #expect(standard.errors.contains("no findings"))
    var redirected = tree.invocation(
      "check", "specs", "--select", "unreadable-file", "--report", "json=/dev/stdout")
    redirected.shell = "\"$@\" > both; cat both"
    let both = try await redirected.run()
    #expect(both.output.contains("no findings") && both.output.contains("\"tool\""), "\(both.output)")
  }

  /// Permissions stay; an old report is never half there.
  @Test func anOldReportIsReplaced() async throws {
    let tree = try SampleTree()
    try tree.repository.write("error[" + String(repeating: "old", count: 100_000), to: "kept/report.json")
    try tree.repository.setMode("kept/report.json", 0o640)
    let outcome = try await tree.run(
      "check", "specs", "--select", "unreadable-file", "--report", "json=kept/report.json")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(try JSONValue(parsing: FileBytes.read("\(tree.path)/kept/report.json"))["tool"] != nil)
    let listing = try await Invocation(
      arguments: [], directory: tree.path,
      shell: "stat -c %a kept/report.json; ls -A kept"
    ).run()
    #expect(listing.output == "640\nreport.json\n")
  }
}
