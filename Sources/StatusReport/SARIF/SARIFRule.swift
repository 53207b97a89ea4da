import StatusDiagnostics
import StatusText

/// A rule as SARIF describes it: a reportingDescriptor (3.49).
struct SARIFRule {
  private let rule: RuleDescriptor

  /// The description of `rule`.
  init(_ rule: RuleDescriptor) { self.rule = rule }

  /// Writes its members.
  func write(to json: inout JSONWriter) {
    json.member("id", rule.name)
    if !rule.aliases.isEmpty { json.strings("deprecatedIds", rule.aliases) }
    json.object("shortDescription") { $0.member("text", rule.summary) }
    json.object("fullDescription") { $0.member("text", "\(rule.summary) \(rule.rationale)") }
    json.object("defaultConfiguration") { json in
      json.member("enabled", rule.severity >= .warning)
      json.member("level", Self.level(rule.severity))
    }
    json.object("help") { json in
      json.member("text", "\(rule.rationale) \(fix) `statuslint explain \(rule.name)` shows examples.")
    }
    json.object("properties") { json in
      json.strings("tags", [rule.family.rawValue])
    }
  }

  /// The word for a severity (3.27.10).
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    case .off: "none"
    }
  }

  private var fix: String {
    switch rule.fix {
    case .safe: "statuslint check --fix corrects it where only one correction is possible."
    case .unsafe: "statuslint check --fix --unsafe-fixes corrects it on request."
    case .none: "Only a person knows the right correction."
    }
  }
}
