import Glibc
import StatusTestSupport
import Testing

/// A git repository of a test, made by git itself.
struct GitFixture {
  /// Its directory.
  let directory: TemporaryDirectory

  /// An empty repository; bare if asked for.
  init(_ options: String = "") throws {
    directory = try TemporaryDirectory()
    try run("git init -q -b main \(options) .")
  }

  /// Its path.
  var path: String { directory.path }

  /// Makes the file at `path` hold `text`.
  func write(_ text: String, to path: String) throws { try directory.write(text, to: path) }

  /// Commits everything.
  func commit(_ message: String = "change") throws {
    try run("git add -A && git commit -q --allow-empty -m '\(message)'")
  }

  /// Runs a shell script in its directory, as an author of its own and without any other configuration.
  func run(_ script: String) throws {
    let names = ["AUTHOR", "COMMITTER"].flatMap { who in
      ["GIT_\(who)_NAME=A", "GIT_\(who)_EMAIL=a@example.org", "GIT_\(who)_DATE='2026-01-15T12:00:00Z'"]
    }
    let setup = ["HOME=/nonexistent", "GIT_CONFIG_NOSYSTEM=1"] + names
    let status = system("cd '\(path)' && export \(setup.joined(separator: " ")) && { \(script); } >&2")
    try #require(status == 0, "\(script)")
  }

  /// The environment that the program under test has.
  static func variable(_ name: String) -> String? {
    ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"][name]
  }
}
