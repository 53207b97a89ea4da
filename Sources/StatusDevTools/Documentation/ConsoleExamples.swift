/// The commands in the documentation, and their output.
///
/// A code block with the language `console` contains commands, each on a line that begins with `$ `, followed by its
/// output.
package enum ConsoleExamples {
  /// Runs a command line and returns its output.
  package typealias Shell = (String) async throws -> String

  /// `markdown` with the current output of every command. Lines that differ only in durations stay.
  package static func renewed(_ markdown: String, running shell: Shell) async throws -> String {
    var lines: [Substring] = []
    var rest = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard line == "```console" else { continue }
      let end = rest.firstIndex { $0.hasPrefix("```") } ?? rest.endIndex
      lines += try await block(rest[..<end], shell)
      rest = rest[end...]
    }
    return lines.joined(separator: "\n")
  }

  private static func block(_ old: ArraySlice<Substring>, _ shell: Shell) async throws -> [Substring] {
    var lines: [Substring] = []
    var rest = old
    while let command = rest.popFirst() {
      lines.append(command)
      guard command.hasPrefix("$ ") else { continue }
      let end = rest.firstIndex { $0.hasPrefix("$ ") } ?? rest.endIndex
      let shown = rest[..<end]
      rest = rest[end...]
      let output = try await shell(String(command.dropFirst(2)))
      var printed = output.split(separator: "\n", omittingEmptySubsequences: false)
      if printed.last == "" { printed.removeLast() }
      lines += printed.map(withoutDurations) == shown.map(withoutDurations) ? Array(shown) : printed
    }
    return lines
  }

  /// Durations are different each time.
  private static func withoutDurations(_ line: Substring) -> String {
    String(line).replacing(/[0-9.]+ (ms|s)\b/, with: "").replacing(/"(duration_)?seconds": [0-9.]+/, with: "")
      .replacing(/time="[0-9.]+"/, with: "")
  }
}
