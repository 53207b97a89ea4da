import StatusText

/// What is said about a shell command that would write a tracking file: what it would write is not known before it runs.
package enum ShellRemark {
  /// The three lines about `target`, whose path is `shown` to the agent.
  package static func lines(_ target: ShellTargets.Target, shown: String, options: [String]) -> [Message] {
    let program: Message = target.program == ">" ? "the output of a command" : "`\(target.program)`"
    let words = ["statuslint", "show"] + (task(in: target.path).map { ["\($0)"] } ?? []) + options
    return [
      "statuslint: \(program) would change \(shown), and nothing can check that before it happens",
      "change statuses with `statuslint update TASK --status STATUS`, and text with your edit tool; look first:",
      "\(words.map(ShellWord.quoted).joined(separator: " "))",
    ]
  }

  /// The number of the task whose directory a path is in.
  private static func task(in path: String) -> Int? {
    for component in PathText.components(of: path).reversed() {
      let digits = component.utf8.prefix { ASCII.isDigit($0) }
      if !digits.isEmpty, digits.count <= 9, component.utf8.dropFirst(digits.count).first == UInt8(ascii: "_")
      {
        return Int(Substring(digits))
      }
    }
    return nil
  }
}
