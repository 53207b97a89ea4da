import StatusFileSystem
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
        if shown != part { message = message.replacing(part, with: shown) }
      }
    }
    return message.split(separator: "\n").map { "\(line(String($0)))\n" as Message }.joined()
  }

  private static func line(_ line: String) -> String {
    if let rest = rest(of: line, after: "Error: ") {
      // The messages of the parser begin with a capital letter; ours do not.
      return "statuslint: error: " + rest.prefix(1).lowercased() + rest.dropFirst()
    }
    if let rest = rest(of: line, after: "Usage: ") { return "  usage: \(rest)" }
    if let rest = rest(of: line, after: "Help:  ") { return "  help: \(rest)" }
    if let rest = rest(of: line, after: "  See '"), let end = rest.firstIndex(of: "'") {
      return "  help: see `\(rest[..<end])`"
    }
    return line
  }

  private static func rest(of line: String, after start: String) -> Substring? {
    line.hasPrefix(start) ? line.dropFirst(start.count) : nil
  }
}
