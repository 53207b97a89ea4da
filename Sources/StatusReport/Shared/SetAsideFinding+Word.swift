import StatusDiagnostics

extension SetAsideFinding.Cause {
  /// Why the finding does not count, in one word.
  var word: String {
    switch self {
    case .suppressed: "suppressed"
    case .baselined: "baselined"
    }
  }
}
