import StatusRules

/// The path of the source file of a rule, as in step 2 of CONTRIBUTING.md.
package enum RuleSourcePath {
  /// The file of `rule`, relative to the project's directory.
  package static func path(of rule: any Rule) -> String {
    let type = type(of: rule)
    let family = type.descriptor.family.rawValue
    return "Sources/StatusRules/\(family.prefix(1).uppercased())\(family.dropFirst())/\(type).swift"
  }
}
