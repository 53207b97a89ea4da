import StatusDiagnostics
import StatusText

/// Where a format writes a move: every place of it, and why it is refused.
package struct PlanEdits: Sendable {
  /// A place that gets another text.
  package struct Place: Sendable {
    /// What people call it.
    package let name: String
    /// The place, as it was.
    package let location: Location
    /// Its text before, without quotes and brackets.
    package let old: String
    /// Its text after.
    package let new: String
  }

  /// Why a move is not made.
  package struct Refusal: Sendable {
    /// In lower case, without a full stop.
    package let message: String
    /// What to do about it.
    package let help: String
    /// Whether --allow-transition makes it anyway.
    package let mayBeMeant: Bool
  }

  /// The places that are written, in the order of writing.
  package private(set) var places: [Place] = []
  /// The edits of each file, by its path from the repository root.
  package private(set) var edits: [String: [TextEdit]] = [:]
  /// Why the move is not made; empty if it is.
  package private(set) var refusals: [Refusal] = []

  /// No edits.
  package init() {}

  /// Writes `text` at `place`, which people call `name`; nothing if it says so already. A place that cannot be written is
  /// a refusal.
  package mutating func write(_ text: String, at place: PlacedText, _ name: String) {
    if place.text == text { return }
    guard let edit = place.edit(text) else {
      refuse(
        "\(place.location.path) cannot be edited: a part of it cannot be read",
        help: "run `statuslint check \(place.location.path)`, and correct the file")
      return
    }
    if edits[place.location.path, default: []].contains(where: { $0.range == edit.range }) { return }
    edits[place.location.path, default: []].append(edit)
    places.append(Place(name: name, location: place.location, old: place.text, new: text))
  }

  /// Writes `status` at the place of `claim`.
  package mutating func write(_ status: String, at claim: PlanClaim) {
    write(claim.text(for: status), at: claim.place, claim.name)
  }

  /// Says why the move is not made.
  package mutating func refuse(_ message: String, help: String, mayBeMeant: Bool = false) {
    refusals.append(Refusal(message: message, help: help, mayBeMeant: mayBeMeant))
  }
}
