import ArgumentParser
import StatusApp

/// `statuslint version`
struct PrintVersion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version of statuslint.")

  func run() throws {
    try Process.run { surroundings throws(CommandError) in
      try VersionCommand().run(in: surroundings)
    }
  }
}
