/// Which of the two dialects of the tracking format a synthetic tree is written in (docs/format.md, "Two profiles").
package enum SyntheticProfile: String, CaseIterable, Sendable {
  case opencode
  case claude
}
