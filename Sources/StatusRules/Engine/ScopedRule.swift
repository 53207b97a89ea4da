import StatusDiagnostics

/// A rule with what it looks at, told rather than asked: a cast to each protocol would be felt at every start.
package enum ScopedRule: Sendable {
  /// One file at a time.
  case file(any FileRule)
  /// One thing with dates at a time.
  case dated(any DatedRule)
  /// The tree as a whole.
  case tree(any TreeRule)
  /// Two states of the tree.
  case change(any ChangeRule)

  /// The rule itself.
  package var rule: any Rule {
    switch self {
    case .file(let rule): rule
    case .dated(let rule): rule
    case .tree(let rule): rule
    case .change(let rule): rule
    }
  }

  /// The rule's description.
  package var descriptor: RuleDescriptor {
    switch self {
    case .file(let rule): type(of: rule).descriptor
    case .dated(let rule): type(of: rule).descriptor
    case .tree(let rule): type(of: rule).descriptor
    case .change(let rule): type(of: rule).descriptor
    }
  }
}
