import StatusText

/// A path as a file gives it, before anyone has looked what is there.
package struct WrittenLink: Sendable {
  /// What the path is said to lead to.
  package enum Role: Sendable {
    /// The plan to follow.
    case plan
    /// Anything else.
    case artifact
  }

  /// The path as written, unescaped.
  package let path: String
  /// The path with what looks like a place in the file (`#L10`, `:36`), where there is such an ending: a file's name
  /// may have one, too.
  package let whole: String?
  /// The path with its percent escapes as they are written, where it has any: a file's name may have a percent sign.
  package let literal: String?
  /// Where it is, without quotes.
  package let range: ByteRange
  /// What it is said to lead to.
  package let role: Role

  /// The first result of `body` for what the link may name, the likelier first; nil if there is none.
  package func first<Result>(_ body: (_ text: String) -> Result?) -> Result? {
    whole.flatMap(body) ?? body(path) ?? literal.flatMap(body)
  }

  /// Whether it names the same as `other` in the same way, wherever the two stand.
  package func isSame(as other: WrittenLink) -> Bool {
    path == other.path && role == other.role && whole == other.whole && literal == other.literal
  }

  /// Whether one of these texts is what `isNamed` looks for.
  package func mayName(_ isNamed: (_ text: String) -> Bool) -> Bool {
    first { isNamed($0) ? true : nil } ?? false
  }

  /// Whether it is said to lead to the plan, and its name may be a plan's: README.md and TODO.md are about other
  /// things.
  package var namesPlan: Bool {
    role == .plan
      && !["README.md", SpecsRoot.taskListName].contains { path == $0 || path.hasSuffix("/\($0)") }
  }

  /// Whether the link, in `root` and of a task with these directories, may lead to the file at `path`.
  package func leads(to path: String, in root: SpecsRoot, directories: [String]) -> Bool {
    mayName { root.leads($0, to: path, directories: directories) }
  }

  init(path: String, whole: String? = nil, literal: String? = nil, range: ByteRange, role: Role) {
    self.path = path
    self.whole = whole
    self.literal = literal
    self.range = range
    self.role = role
  }
}
