import StatusApp

/// What the argument parser says, as statuslint says things.
enum UsageText {
  /// A help page, with one line end behind it.
  static func help(_ message: String) -> String {
    var message = message[...]
    while message.last == "\n" { message.removeLast() }
    return message + "\n"
  }

  /// The message for a wrong command line. What it repeats of `arguments` is made safe to show.
  static func error(_ message: String, arguments: [String]) -> String {
    var message = message
    for argument in arguments {
      // An option's value may stand in the message without its name.
      let value = argument.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
      for part in [argument, value].compactMap({ $0 }) where ShownText.shown(part) != part {
        message = message.replacing(part, with: ShownText.shown(part))
      }
    }
    return message.split(separator: "\n").map { line(ShownText.shown(String($0))) + "\n" }.joined()
  }

  private static func line(_ line: String) -> String {
    if let rest = rest(of: line, behind: "Error: ") {
      // The parser begins like a sentence; nothing else that we say does.
      return "statuslint: error: " + rest.prefix(1).lowercased() + rest.dropFirst()
    }
    if let rest = rest(of: line, behind: "Usage: ") { return "  usage: \(rest)" }
    if let rest = rest(of: line, behind: "Help:  ") { return "  help: \(rest)" }
    if let rest = rest(of: line, behind: "  See '"), let end = rest.firstIndex(of: "'") {
      return "  help: see `\(rest[..<end])`"
    }
    return line
  }

  private static func rest(of line: String, behind start: String) -> Substring? {
    line.hasPrefix(start) ? line.dropFirst(start.count) : nil
  }
}
