import ArgumentParser
import StatusApp

/// `FORMAT=FILE`
struct ReportArgument {
  let format: CheckCommand.Format
  let path: String

  /// Reads it, or says what is wrong with it.
  @Sendable static func read(_ argument: String) throws -> ReportArgument {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("it needs a format, =, and a file, as in junit=statuslint.xml")
    }
    guard let format = CheckCommand.Format(rawValue: parts[0]) else {
      throw ValidationError("there is no format '\(parts[0])'; use \(formats)")
    }
    return ReportArgument(format: format, path: parts[1])
  }

  /// "a, b or c"
  private static var formats: String {
    let names = CheckCommand.Format.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}
