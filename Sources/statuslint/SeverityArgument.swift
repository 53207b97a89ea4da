import ArgumentParser
import StatusApp

/// `RULE=LEVEL`
struct SeverityArgument {
  let rule: String
  let severity: CheckCommand.Severity

  /// Reads it, or says what is wrong with it.
  @Sendable static func read(_ argument: String) throws -> SeverityArgument {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("it needs a rule, =, and a level, as in status-mismatch=warning")
    }
    guard let severity = CheckCommand.Severity(name: parts[1]) else {
      throw ValidationError("there is no level '\(parts[1])'; use off, info, warning or error")
    }
    return SeverityArgument(rule: parts[0], severity: severity)
  }
}
