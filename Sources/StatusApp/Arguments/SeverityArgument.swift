import StatusDiagnostics

/// `RULE=LEVEL`
package enum SeverityArgument {
  /// The severities that `arguments` give, by rule or family; the last word on one counts.
  package static func read(_ arguments: [String]) throws(CommandError) -> [String: Severity] {
    var severities: [String: Severity] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw .usage(
          "--severity is \"\(ShownText.shown(argument))\"",
          hint: "give a rule or family, =, and a level, as in status-mismatch=warning")
      }
      guard let severity = Severity(name: parts[1]) else {
        throw .usage(
          "--severity is \"\(ShownText.shown(argument))\", and \"\(ShownText.shown(parts[1]))\" is not a severity",
          hint: "use off, info, warning or error")
      }
      severities[parts[0]] = severity
    }
    return severities
  }
}
