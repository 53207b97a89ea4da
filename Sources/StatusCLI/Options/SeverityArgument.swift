import StatusDiagnostics

/// `RULE=LEVEL`
enum SeverityArgument {
  /// The rule or family that `argument` names, and its severity.
  static func read(_ argument: String) throws(CommandError) -> (name: String, severity: Severity) {
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
    return (parts[0], severity)
  }
}
