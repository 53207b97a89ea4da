import StatusText

/// A revision as a user gives it: `REV`, or `REV...` for where the branch of HEAD began.
package struct RevisionName: Hashable, Sendable {
  /// What git is asked for.
  let name: String
  /// Whether the last commit is meant that it has in common with HEAD.
  let meansMergeBase: Bool
  /// As it was given.
  package let text: String

  /// HEAD, the revision that is checked out.
  package static let head = RevisionName(name: "HEAD", meansMergeBase: false, text: "HEAD")

  private init(name: String, meansMergeBase: Bool, text: String) {
    self.name = name
    self.meansMergeBase = meansMergeBase
    self.text = text
  }

  /// The revision with that name; nil where no revision can have it.
  package init?(_ text: String) {
    let meansMergeBase = text.hasSuffix("...")
    let name = String(text.dropLast(meansMergeBase ? 3 : 0))
    guard !name.isEmpty, !name.contains(text: ".."), !name.hasPrefix("-"), !name.hasPrefix("^"),
      name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    self.init(name: name, meansMergeBase: meansMergeBase, text: text)
  }

  /// Whether it is HEAD itself, which a repository without a commit has as well.
  var isHead: Bool { name == "HEAD" || name == "@" }
}
