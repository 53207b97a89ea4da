import StatusModel
import StatusText

/// The options that every command has.
package struct CommonOptions: Sendable {
  /// When output is colored.
  package enum Color: String, Sendable, CaseIterable {
    case auto, always, never

    /// The default.
    package static let usual = auto
  }

  /// The default profile: the one that fits the tree best.
  package static let usualProfile = "auto"

  /// No notes on standard error.
  package var quiet = false
  /// More notes on standard error.
  package var verbose = false
  /// When output is colored.
  package var color = Color.usual
  /// The tree, if no path is given.
  package var root: String?
  /// The profile's name, or "auto".
  package var profile = usualProfile

  /// The usual options.
  package init() {}

  /// The requested profile; nil to detect it.
  func requestedProfile() throws(CommandError) -> Profile? {
    if profile == Self.usualProfile { return nil }
    guard let named = Profile.named(profile) else {
      let names = CompletedNames.profiles
      let known = names.joined(separator: ", ")
      let guess: Message =
        EditDistance.closest(to: profile, among: names).map { "did you mean \($0)? " } ?? ""
      throw CommandError.usage(
        "unknown profile \"\(outside: profile)\"",
        hint: "\(guess)use one of \(known)")
    }
    return named
  }
}
