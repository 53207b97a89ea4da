import StatusDiagnostics

/// A rule with what it looks at, told rather than asked: a cast to each protocol would be felt at every start.
package enum ScopedRule: Sendable {
  /// One file at a time.
  case file(any FileRule)
  /// One file at a time, and what needs other files in the tree as a whole.
  case fileAndTree(any FileRule & TreeRule)
  /// What carries dates in one file.
  case dated(any DatedRule)
  /// What carries dates in one file, and what needs other files in the tree as a whole.
  case datedAndTree(any DatedRule & TreeRule)
  /// The tree as a whole.
  case tree(any TreeRule)
  /// Two states of the tree.
  case change(any ChangeRule)
  /// What comments that suppress findings have suppressed.
  case suppression(any SuppressionRule)
  /// Nothing of ours: other formats report it.
  case format(any FormatRule)

  /// The rule itself.
  package var rule: any Rule {
    switch self {
    case .file(let rule): rule
    case .fileAndTree(let rule): rule
    case .dated(let rule): rule
    case .datedAndTree(let rule): rule
    case .tree(let rule): rule
    case .change(let rule): rule
    case .suppression(let rule): rule
    case .format(let rule): rule
    }
  }

  /// Whether only other formats have it.
  package var isFormatRule: Bool { if case .format = self { true } else { false } }

  /// The same as a rule for files; nil if it is none.
  package var fileRule: (any FileRule)? {
    switch self {
    case .file(let rule): rule
    case .fileAndTree(let rule): rule
    case .dated(let rule): rule
    case .datedAndTree(let rule): rule
    case .tree, .change, .suppression, .format: nil
    }
  }

  /// The same as a rule for things with dates; nil if it is none.
  package var datedRule: (any DatedRule)? {
    switch self {
    case .dated(let rule): rule
    case .datedAndTree(let rule): rule
    case .file, .fileAndTree, .tree, .change, .suppression, .format: nil
    }
  }

  /// The same as a rule for trees; nil if it is none.
  package var treeRule: (any TreeRule)? {
    switch self {
    case .fileAndTree(let rule): rule
    case .datedAndTree(let rule): rule
    case .tree(let rule): rule
    case .file, .dated, .change, .suppression, .format: nil
    }
  }

  /// The rule's description.
  package var descriptor: RuleDescriptor { type(of: rule).descriptor }
}
