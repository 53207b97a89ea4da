import StatusFileSystem
import StatusText

/// Text from outside - arguments, paths, variables - made safe to show on a terminal.
package enum ShownText {
  /// `text` with control characters, and the bytes of file names that are no characters, escaped.
  package static func shown(_ text: String) -> String { DisplayText.escaped(FileName.display(text)) }
}
