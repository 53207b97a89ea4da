import StatusSyntax
import StatusText

/// How many fields of Markdown files have the names that one profile has, and the other: Task Type in TODO.md and Type
/// in plans against Language in both.
package struct ProfileFields: Sendable {
  /// Fields that only `claude` has.
  package private(set) var claude = 0
  /// Fields that only `opencode` has.
  package private(set) var opencode = 0

  /// No fields yet.
  package init() {}

  /// Counts those of a file: of TODO.md, or of a plan.
  package mutating func count(in outline: MarkdownOutline, of source: SourceText, isPlan: Bool) {
    let own = Array((isPlan ? "type" : "task type").utf8)
    let language = Array("language".utf8)
    for block in outline.blocks where block.kind == .field {
      let name = source.bytes[block.text.indices].lazy.map(ASCII.lowercased)
      if name.elementsEqual(own) { claude += 1 } else if name.elementsEqual(language) { opencode += 1 }
    }
  }
}
