import StatusFileSystem

/// Everything that a command touches outside of its arguments, so that each can run inside a test.
package struct Surroundings: Sendable {
  /// The files.
  package var fileSystem: any FileSystem
  /// Where results go.
  package var standardOutput: OutputStream
  /// Where everything else goes.
  package var standardError: OutputStream
  /// Standard input.
  package var standardInput: StandardInput
  /// A variable of the environment; nil when it is not set.
  package var variable: @Sendable (String) -> String?
  /// The directory that relative paths begin in, from the root directory.
  package var workingDirectory: String
  /// The present, in whole seconds since 1970, UTC.
  package var now: @Sendable () -> Int
  /// A clock for durations, in seconds, from any beginning.
  package var elapsed: @Sendable () -> Double

  /// What a command is done with, and what is large. It is released with the surroundings, so that the program can end
  /// first.
  let leftovers = Leftovers()

  /// Whether GitHub Actions reads the output, and obeys commands in it.
  var isGitHubActions: Bool { variable("GITHUB_ACTIONS") == "true" }

  /// The same surroundings for work of its own: what it is done with is released at its end.
  func fresh() -> Surroundings {
    Surroundings(
      fileSystem: fileSystem, standardOutput: standardOutput, standardError: standardError,
      standardInput: standardInput, variable: variable, workingDirectory: workingDirectory, now: now,
      elapsed: elapsed)
  }

  /// Surroundings made of these parts.
  package init(
    fileSystem: any FileSystem, standardOutput: OutputStream, standardError: OutputStream,
    standardInput: StandardInput, variable: @escaping @Sendable (String) -> String?, workingDirectory: String,
    now: @escaping @Sendable () -> Int, elapsed: @escaping @Sendable () -> Double
  ) {
    self.fileSystem = fileSystem
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.standardInput = standardInput
    self.variable = variable
    self.workingDirectory = workingDirectory
    self.now = now
    self.elapsed = elapsed
  }
}
