import StatusApp

/// Messages of the argument parser, in the style of statuslint.
enum UsageText {
  /// A help page that ends with one newline.
  static func help(_ message: String) -> String {
    var message = message[...]
    while message.last == "\n" { message.removeLast() }
    return message + "\n"
  }

  /// The message for a wrong command line. Text from `arguments` is escaped.
  static func error(_ message: String, arguments: [String]) -> String {
    var message = message
    for argument in arguments {
      // The message may contain the value of an option without its name.
      let value = argument.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
      for part in [argument, value].compactMap({ $0 }) where ShownText.shown(part) != part {
        message = message.replacing(part, with: ShownText.shown(part))
      }
    }
    return message.split(separator: "\n").map { line(ShownText.shown(String($0))) + "\n" }.joined()
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
