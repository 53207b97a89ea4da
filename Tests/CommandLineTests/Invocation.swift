import Glibc
import Subprocess
import SystemPackage
import Testing

/// One run of the program, with all that it depends on.
struct Invocation: Sendable {
  /// The arguments after the program name; any bytes except NUL.
  var arguments: [[UInt8]]
  /// The working directory.
  var directory: String
  /// Variables besides those that every run has; nil takes one away.
  var variables: [String: String?] = [:]
  /// Standard input; nil for none.
  var input: [UInt8]?
  /// Whether to run as a user who owns nothing.
  var isUnprivileged = false
  /// Whether standard output may hold colors.
  var allowsColor = false
  /// Whether standard output is code, in which tabs are at home.
  var allowsTabs = false
  /// Shell code to run instead of the plain call; `"$@"` is the program with its arguments.
  var shell: String?

  /// Whether tests can run the program as somebody for whom permissions count.
  static var canDropPrivileges: Bool { geteuid() == 0 }

  /// Runs it, and checks that its output cannot harm a terminal.
  func run(_ location: SourceLocation = #_sourceLocation) async throws -> Outcome {
    let outcome = try await ProcessSlots.shared.run { try await start() }
    for (name, bytes) in [("stdout", outcome.outputBytes), ("stderr", outcome.errorBytes)] {
      let shown = allowsTabs ? bytes.filter { $0 != UInt8(ascii: "\t") } : bytes
      let violation = SafeText.firstViolation(in: shown, allowingColor: allowsColor && name == "stdout")
      if let violation {
        Issue.record("\(violation) in \(name)\n\(outcome.testDescription)", sourceLocation: location)
      }
    }
    return outcome
  }

  private func start() async throws -> Outcome {
    let program = try BuiltProgram.path()
    let shellArguments = shell.map { ["-c", $0, "sh", program].map { Array($0.utf8) } }
    // The library copies them up to the first NUL.
    let all = Arguments(((shellArguments ?? []) + arguments).map { $0 + [0] })
    var options = PlatformOptions()
    if isUnprivileged && Self.canDropPrivileges {
      options.userID = 65534
      options.groupID = 65534
      options.supplementaryGroups = []
    }
    let result = try await Subprocess.run(
      .path(FilePath(shell == nil ? program : "/bin/sh")), arguments: all,
      environment: environment, workingDirectory: FilePath(directory), platformOptions: options,
      // Each run reserves that much, and hundreds run at once: with more, the system refuses to start another process.
      input: .array(input ?? []), output: .bytes(limit: 1 << 25), error: .bytes(limit: 1 << 22))
    return Outcome(
      status: result.terminationStatus, outputBytes: result.standardOutput, errorBytes: result.standardError)
  }

  /// The same on every machine: nothing is inherited.
  private var environment: Environment {
    var all: [String: String] = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "STATUSLINT_NOW": "1767225600",
    ]
    for (name, value) in variables { all[name] = value }
    return .custom(Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0), $1) }))
  }
}

extension Invocation {
  /// A run with arguments that are text.
  init(_ arguments: [String], directory: String, variables: [String: String?] = [:]) {
    self.init(arguments: arguments.map { Array($0.utf8) }, directory: directory, variables: variables)
  }
}
