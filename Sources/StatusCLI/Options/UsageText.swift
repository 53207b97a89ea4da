import StatusFileSystem
import StatusModel
import StatusText

/// Messages of the argument parser, in the style of statuslint.
package enum UsageText {
  /// A help page that ends with one newline.
  package static func help(_ page: String) -> Message {
    var page = page[...]
    while page.last == "\n" { page.removeLast() }
    return "\(raw: String(page))\n"
  }

  /// The message for a wrong command line, which may quote `arguments`.
  package static func error(_ message: String, arguments: [String]) -> Message {
    var message = message
    for argument in arguments {
      // The message may contain the value of an option without its name.
      let value = argument.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
      for part in [argument, value].compactMap({ $0 }) {
        // A line end in an argument must not begin a line of the message.
        let shown = ("\(outside: part)" as Message).shown
        if shown != part { message = message.replacing(text: part, with: shown) }
      }
    }
    return message.split(separator: "\n").map { "\(line(String($0)))\n" as Message }.joined()
  }

  private static func line(_ line: String) -> String {
    if let rest = rest(of: line, after: "Error: ") {
      // The messages of the parser begin with a capital letter; ours do not.
      let text = doubleQuoted(rest.prefix(1).lowercased() + rest.dropFirst())
      return "statuslint: error: " + withoutWildGuess(text)
    }
    if let rest = rest(of: line, after: "Usage: ") { return "  usage: \(rest)" }
    if let rest = rest(of: line, after: "Help:  ") { return "  help: \(rest)" }
    if let rest = rest(of: line, after: "  See '"), let end = rest.firstIndex(of: "'") {
      return "  help: see `\(rest[..<end])`"
    }
    return line
  }

  /// `unknown option "--json". Did you mean "--root"?` without the question: the parser guesses whatever there is, also an
  /// option that writes.
  private static func withoutWildGuess(_ text: String) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[2] == ". Did you mean ",
      EditDistance.closest(to: parts[1], among: [parts[3]]) == nil
    else { return text }
    return "\(parts[0])\"\(parts[1])\""
  }

  /// `text` with the single quotes around what the parser quotes made double.
  private static func doubleQuoted(_ text: String) -> String {
    var quoted = Array(text.utf8)
    for index in quoted.indices where quoted[index] == UInt8(ascii: "'") {
      let opens = index > 0 && quoted[index - 1] == ASCII.space
      let next = index + 1 < quoted.count ? quoted[index + 1] : ASCII.space
      if opens || ASCII.isOne(next, of: " .,:;?)") { quoted[index] = UInt8(ascii: "\"") }
    }
    return String(decoding: quoted, as: UTF8.self)
  }

  private static func rest(of line: String, after start: String) -> Substring? {
    line.hasPrefix(start) ? line.dropFirst(start.count) : nil
  }
}
