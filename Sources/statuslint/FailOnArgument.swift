import ArgumentParser
import StatusApp

/// A severity, or never.
enum FailOnArgument: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: CheckCommand.Severity? { CheckCommand.Severity(name: rawValue) }
}
