/// A group of rules that can be selected together.
package enum RuleFamily: String, Sendable, CaseIterable {
  case syntax, markers, timestamps, transitions, structure, consistency, artifacts, suppression
}
