import StatusDevTools
import StatusCLI
import Testing

/// A change that damages the form of a clean file without losing information, and the rule whose safe fix restores it.
struct Breakage: Sendable, CustomTestStringConvertible {
  /// What it does, for people.
  let name: String
  /// The rule that finds it.
  let rule: String
  /// The profiles whose trees have something to spoil.
  var profiles = SyntheticProfile.allCases
  /// Which files it is for, by path.
  let applies: @Sendable (String) -> Bool
  /// The file's text, spoiled at several places, one at a time.
  let spoil: @Sendable (String) -> [String]

  var testDescription: String { "\(rule): \(name)" }

  /// `text` with one occurrence of `old` replaced: the first, one in the middle, the last.
  static func replacing(_ old: String, with new: String) -> @Sendable (String) -> [String] {
    spoiling(old) { _ in new }
  }

  /// `text` with what one occurrence of `old` is made to: the first, one in the middle, the last.
  static func spoiling(
    _ old: String, _ change: @escaping @Sendable (String) -> String
  ) -> @Sendable (String) -> [String] {
    { text in
      let places = text.ranges(of: old)
      let chosen = Set([0, places.count / 2, places.count - 1].filter(places.indices.contains))
      return chosen.sorted().map { text.replacingCharacters(in: places[$0], with: change(old)) }
    }
  }

  /// `text` with the lines that `matches` tells changed, one at a time: the first, one in the middle, the last.
  static func lines(
    _ matches: @escaping @Sendable (Substring) -> Bool, _ change: @escaping @Sendable (String) -> String?
  ) -> @Sendable (String) -> [String] {
    { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let places = lines.indices.filter { matches(lines[$0]) && change(String(lines[$0])) != nil }
      let chosen = Set([0, places.count / 2, places.count - 1].filter(places.indices.contains))
      return chosen.sorted().map { place in
        var changed = lines.map(String.init)
        changed[places[place]] = change(changed[places[place]]) ?? ""
        return changed.joined(separator: "\n")
      }
    }
  }

  /// Every phase heading with a different number of number signs; text in code is not a heading.
  static func phases(_ marks: String) -> @Sendable (String) -> [String] {
    { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return [lines.map { isPhase($0) ? marks + $0.dropFirst(3) : String($0) }.joined(separator: "\n")]
    }
  }

  /// Whether a line is a phase's heading in the plan of a synthetic tree, and no example of one.
  static func isPhase(_ line: Substring) -> Bool {
    line.hasPrefix("### Phase ") && !line.contains(": Example [")
  }
}

extension String {
  /// The text with `new` in place of the characters of `range`.
  func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
