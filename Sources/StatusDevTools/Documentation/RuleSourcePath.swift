import StatusRules

/// Where a rule is written: CONTRIBUTING's second step, as a function.
package enum RuleSourcePath {
  /// The file of `rule`, from the project's directory.
  package static func path(of rule: any Rule) -> String {
    let type = type(of: rule)
    let family = type.descriptor.family.rawValue
    return "Sources/StatusRules/\(family.prefix(1).uppercased())\(family.dropFirst())/\(type).swift"
  }
}
