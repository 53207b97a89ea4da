/// What holds for any bytes that one of our readers is given. The fuzzer searches for bytes that break it, and the
/// tests try it on the inputs that did so before.
package enum Property: String, CaseIterable, Sendable {
  case json, yaml, markdown, plan, journal
  /// The return object of an executor.
  case `return`
  /// The event of an agent.
  case hook
  /// The configuration of a project.
  case configuration

  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  package func violation(_ bytes: [UInt8]) -> String? {
    switch self {
    case .json: JSONProperty.violation(bytes)
    case .yaml: YAMLProperty.violation(bytes)
    case .markdown: OutlineProperty.violation(bytes)
    case .plan: PlanProperty.violation(bytes)
    case .journal: JournalProperty.violation(bytes)
    case .return: ReturnProperty.violation(bytes)
    case .hook: HookProperty.violation(bytes)
    case .configuration: ConfigurationProperty.violation(bytes)
    }
  }
}
