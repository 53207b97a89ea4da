import StatusConfiguration
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
  package static let usualProfile = Configuration.detectedProfile

  /// No notes on standard error.
  package var quiet = false
  /// More notes on standard error.
  package var verbose = false
  /// When output is colored.
  package var color = Color.usual
  /// The tree, if no path is given.
  package var root: String?
  /// The profile's name, or "auto"; nil if it is not given.
  package var profile: String?
  /// The configuration file; nil to look for it.
  package var config: String?

  /// The usual options.
  package init() {}

  /// What the options say that a configuration can say, too.
  var commandLine: ConfigurationLayer {
    var layer = ConfigurationLayer()
    if let profile { layer[.profile] = Setting(.text(profile), from: .option("--profile")) }
    return layer
  }

  /// The requested profile; nil to detect it.
  func requestedProfile() throws(CommandError) -> Profile? { try Self.profile(named: profile) }

  /// The profile with that name; nil to detect it.
  static func profile(named name: String?) throws(CommandError) -> Profile? {
    guard let name, name != usualProfile else { return nil }
    guard let named = Profile.named(name) else {
      let names = CompletedNames.profiles
      let known = names.joined(separator: ", ")
      let guess: Message =
        EditDistance.closest(to: name, among: names).map { "did you mean \($0)? " } ?? ""
      throw CommandError.usage(
        "unknown profile \"\(outside: name)\"",
        hint: "\(guess)use one of \(known)")
    }
    return named
  }
}
