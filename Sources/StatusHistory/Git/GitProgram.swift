import StatusRuntime
import StatusText

/// git, called so that nothing in a repository is run: no hook, filter, pager, alias, signature program or file system
/// monitor, and nothing is fetched.
package struct GitProgram: Sendable {
  private let path: String
  private let environment: [String]

  /// git may be silent for this long, in seconds: it looks through a long history without a word.
  private static let patience = 120
  /// More of what git says on standard error is not shown.
  static let errorLimit = 4096

  /// The git in PATH. `variable` is the environment, of which git sees nothing but where its user's configuration is.
  package init(_ variable: (String) -> String?) throws(GitError) {
    let search = variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    guard let path = ChildProcess.find("git", in: search) else { throw .noProgram }
    self.path = path
    let directories = search.split(separator: ":").filter { $0.hasPrefix("/") }.joined(separator: ":")
    // SUDO_UID belongs to git's question who owns the repository.
    let kept = ["HOME", "XDG_CONFIG_HOME", "SUDO_UID"].compactMap { name in
      variable(name).map { "\(name)=\($0)" }
    }
    // No protocol is allowed: an older git does not know GIT_NO_LAZY_FETCH. A log need not be written commit by commit.
    environment =
      kept + [
        "PATH=\(directories)", "LC_ALL=C", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=",
        "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_FLUSH=0",
      ]
  }

  /// What git gets before the name of a command.
  private static let options = [
    "--no-optional-locks", "--no-pager", "-c", "core.fsmonitor=false", "-c",
    "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
  ]

  /// Starts `git COMMAND` in `directory`.
  func start(_ command: [String], in directory: String) throws(GitError) -> ChildProcess {
    do {
      return try ChildProcess(
        path, Self.options + ["-C", directory] + command, environment: environment, patience: Self.patience)
    } catch {
      throw .silent(command[0], error, [])
    }
  }

  /// What `git COMMAND` writes, and its exit code with what it says about an error.
  func run(_ command: [String], in directory: String, limit: Int = 1 << 20) throws(GitError) -> (
    output: [UInt8], exitCode: Int, errors: [UInt8]
  ) {
    let process = try start(command, in: directory)
    process.closeInput()
    do {
      let output = try process.readToEnd(limit: limit)
      let code = process.wait()
      return (output, code, process.errors(limit: Self.errorLimit))
    } catch {
      throw .silent(command[0], error, process.errors(limit: Self.errorLimit))
    }
  }
}
