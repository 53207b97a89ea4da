import StatusFileSystem
import StatusText

/// Text from outside - arguments, paths, variables - made safe to show on a terminal.
package enum ShownText {
  /// `text` with control characters, and bytes that are not characters, escaped.
  package static func shown(_ text: String) -> String { DisplayText.escaped(FileName.display(text)) }
}
