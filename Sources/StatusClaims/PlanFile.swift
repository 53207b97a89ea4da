import StatusDiagnostics
import StatusSyntax
import StatusText

/// A file of a format, read and parsed as far as the format asked for. This is a class so that a copy of it is one
/// reference.
package final class PlanFile: Sendable {
  /// How a file is parsed.
  package enum Reading: Sendable {
    /// As Markdown.
    case markdown
    /// As Markdown with tasks in this dialect.
    case tasks(CheckboxDialect)
    /// The same, where little else is asked for: the blocks are not kept, which takes more memory than the file.
    case onlyTasks(CheckboxDialect)
    /// As JSON.
    case json
    /// As YAML.
    case yaml
    /// Not at all: the format takes its lines.
    case text
  }

  /// What parsing gave.
  package enum Content: Sendable {
    /// The blocks of a Markdown file.
    case markdown(MarkdownOutline)
    /// A Markdown file, without its blocks.
    case tasks
    /// The tree of a JSON file.
    case json(JSONTree)
    /// The tree of a YAML file.
    case yaml(YAMLTree)
    /// Only the bytes.
    case text
  }

  /// The bytes, with the path from the repository root.
  package let source: SourceText
  /// What parsing gave.
  package let content: Content
  /// The tasks, if the file was read for them.
  private let tasks: Checklist?

  /// Parses `source`. In a Markdown file, a fence around all of it is not a fence, and lines between dashes that hold no
  /// field are no front matter.
  package init(_ source: SourceText, _ reading: Reading) {
    self.source = source
    switch reading {
    case .markdown: (content, tasks) = (.markdown(MarkdownOutline(plainMarkdown: source)), nil)
    case .tasks(let dialect):
      let outline = MarkdownOutline(plainMarkdown: source)
      (content, tasks) = (.markdown(outline), Checklist(source, outline, dialect))
    case .onlyTasks(let dialect):
      (content, tasks) = (.tasks, Checklist(source, MarkdownOutline(plainMarkdown: source), dialect))
    case .json: (content, tasks) = (.json(JSONTree(source)), nil)
    case .yaml: (content, tasks) = (.yaml(YAMLTree(source)), nil)
    case .text: (content, tasks) = (.text, nil)
    }
  }

  /// The blocks of a Markdown file; nil for any other.
  package var outline: MarkdownOutline? {
    switch content {
    case .markdown(let outline): outline
    case .tasks: MarkdownOutline(plainMarkdown: source)
    case .json, .yaml, .text: nil
    }
  }

  /// The tree of a YAML file, or of the front matter of a Markdown file; nil if there is none. Few formats ask for front
  /// matter, so it is parsed when it is asked for.
  package var yaml: YAMLTree? {
    switch content {
    case .yaml(let tree): tree
    case .markdown, .tasks: YAMLTree(frontMatterOf: source)
    case .json, .text: nil
    }
  }

  /// The root of a JSON file; nil if it cannot be read as JSON.
  package var json: JSONValue? {
    if case .json(let tree) = content { tree.root } else { nil }
  }

  /// The tasks of a Markdown file, which are in `dialect`; nil for any other.
  package func checklist(_ dialect: CheckboxDialect) -> Checklist? {
    tasks ?? outline.map { Checklist(source, $0, dialect) }
  }

  /// A place in the file.
  package func location(_ range: ByteRange) -> Location { Location(path: source.path, range: range) }

  /// The file as a whole.
  package var start: Location { location(.zero) }
}

extension PlanFile {
  /// Whether what was asked for could be read.
  package var isReadable: Bool {
    switch content {
    case .json(let tree): tree.root != nil
    case .yaml(let tree): tree.faults.isEmpty
    case .markdown, .tasks, .text: true
    }
  }

  /// Whether git left two versions in the file.
  package var hasConflict: Bool {
    let bytes = source.bytes
    var start = 0
    while start < bytes.count {
      start = bytes.offset(of: UInt8(ascii: "<"), from: start, to: bytes.count)
      let isFirst = start == 0 || start < bytes.count && ASCII.isLineEnd(bytes[start - 1])
      if isFirst, ASCII.begins(bytes, at: start, before: bytes.count, with: "<<<<<<< ") { return true }
      start += 1
    }
    return false
  }
}
