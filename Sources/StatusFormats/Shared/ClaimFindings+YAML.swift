import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

extension ClaimFindings {
  /// Reports what cannot be read in `tree`.
  mutating func reportFaults(of tree: YAMLTree?) {
    guard let tree else { return }
    for fault in tree.faults {
      report(
        "invalid-yaml", .error, tree.source.path, .notYAML(fault.message),
        at: Location(path: tree.source.path, range: fault.range), help: fault.help)
    }
  }
}

extension String {
  fileprivate static func notYAML(_ message: String) -> String {
    "the line cannot be read as YAML: \(message)"
  }
}
