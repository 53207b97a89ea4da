import StatusDiagnostics
import StatusText

/// What one place says about a subject, and how something else is written there.
package struct PlanClaim: Sendable {
  /// What it is about.
  package enum Facet: String, Sendable {
    case status, count, date
  }

  /// What it is about.
  package let facet: Facet
  /// What people call the place: "box", "Status", "completedCount".
  package let name: String
  /// The place, and its writer.
  package let place: PlacedText
  /// The status that is meant, as the format writes it; nil if the place says no status.
  package let word: String?
  /// Whether upstream keeps the place up to date, so that what it says can contradict other places.
  package var isKept = true
  private let spelling: @Sendable (String) -> String

  /// What `place` says. `spelling` is how a status is written in this place, where that differs.
  package init(
    _ name: String, _ place: PlacedText, _ facet: Facet = .status, word: String? = nil,
    spelling: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.facet = facet
    self.name = name
    self.place = place
    self.word = word
    self.spelling = spelling
  }

  /// How `status` is written here.
  package func text(for status: String) -> String { spelling(status) }
}
