import StatusSyntax
import StatusText

/// A comment that is addressed to statuslint: `<!-- statuslint-disable RULE -- reason -->` in a Markdown file, or
/// `# statuslint-disable RULE -- reason` in a YAML file.
package struct SuppressionComment: Sendable {
  /// What a comment asks for.
  package enum Directive: String, Sendable, CaseIterable {
    /// No findings of some rules from the comment to the end of its section.
    case disable
    /// None in the line after the comment.
    case disableNextLine = "disable-next-line"
    /// None in the file.
    case disableFile = "disable-file"
    /// The end of what earlier `disable` comments ask for.
    case enable
  }

  /// A word of a comment, and its place.
  package struct Word: Sendable {
    /// The word as written.
    package let text: String
    /// Its bytes.
    package let range: ByteRange
  }

  /// What every comment of this kind begins with.
  package static let prefix: StaticString = "statuslint-"
  /// The number of lines at the beginning of a file, after its front matter, in which `disable-file` has to be.
  package static let fileLines = 10

  /// The comment, from `<!--` to `-->`, or from `#` to the end of the line.
  package let range: ByteRange
  /// Its first word: `statuslint-disable`.
  package let keyword: Word
  /// What it asks for; nil if its first word is unknown.
  package let directive: Directive?
  /// The rules and families that it names: what is between commas, which need not be a name.
  package let names: [Word]
  /// The text after `--`; nil if there is none.
  package let reason: String?
  /// The bytes that it is about. Empty if it is about none: `disable-file` too far below, an unknown first word.
  package let scope: ByteRange

  /// The comments to statuslint in a Markdown file, in order. The outline is asked for only if something looks like one;
  /// nil for any other file.
  package static func all(in source: SourceText, _ outline: @autoclosure () -> MarkdownOutline?)
    -> [SuppressionComment]
  {
    SuppressionReader(source, outline)?.comments ?? []
  }

  /// The comments to statuslint in a YAML file, in order.
  package static func all(in tree: YAMLTree) -> [SuppressionComment] { YAMLSuppressionReader(tree).comments }

  /// Whether it asks for findings to be left out.
  package var disables: Bool { directive != nil && directive != .enable }
}
