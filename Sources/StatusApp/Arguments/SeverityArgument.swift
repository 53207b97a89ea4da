import StatusDiagnostics

/// `RULE=LEVEL`
package enum SeverityArgument {
  /// The severities that `arguments` give, by rule or family; the last one for a name counts.
  package static func read(_ arguments: [String]) throws(CommandError) -> [String: Severity] {
    var severities: [String: Severity] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw .invalidValue(
          argument, for: "--severity",
          hint: "give a rule or family, =, and a level, as in status-mismatch=warning")
      }
      guard let severity = Severity(name: parts[1]) else {
        throw .invalidValue(
          argument, for: "--severity", because: "\"\(parts[1])\" is not a severity",
          hint: "use off, info, warning or error")
      }
      severities[parts[0]] = severity
    }
    return severities
  }
}
