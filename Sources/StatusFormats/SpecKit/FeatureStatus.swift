import StatusText

/// What the status of a feature says, if it is a clear word.
enum FeatureStatus {
  case done, open

  /// The status that `text` begins with; nil for anything else, and for a word that is taken back.
  init?(_ text: String) {
    let lowered = text.lowercased()
    let words = lowered.split { !$0.isLetter }.map(String.init)
    guard let first = words.first(where: { !$0.isEmpty }) else { return nil }
    if Self.doneWords.contains(first) {
      if words.dropFirst().contains(where: Self.limits.contains) { return nil }
      self = .done
    } else if Self.openWords.contains(first) || first == "in" && words.dropFirst().first == "progress" {
      self = .open
    } else {
      return nil
    }
  }

  private static let doneWords: Set = [
    "complete", "completed", "implemented", "done", "shipped", "released", "merged", "delivered", "finished",
    "closed",
  ]
  private static let openWords: Set = ["draft", "specified", "planned", "ready", "scoped", "草稿", "ドラフト"]
  private static let limits: Set = [
    "except", "but", "partial", "partially", "pending", "remaining", "deferred", "not", "until", "awaiting",
    "phase", "mvp", "core",
  ]
}
