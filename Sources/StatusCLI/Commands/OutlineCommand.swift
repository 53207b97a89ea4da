import StatusEngine
import StatusReport
import StatusSyntax
import StatusText

/// `statuslint outline`: the blocks of a file.
package struct OutlineCommand: ListingCommand {
  package static let name = "outline"
  package static let argumentCounts = 1...1
  package static var options: [CommandOption<OutlineCommand>] { outputOptions + [formatOption] }

  package var common = CommonOptions()
  var format = ListFormat.usual
  private let file: NamedFile

  /// The outline of a file, or - for standard input.
  package init(arguments: [String]) { file = NamedFile(arguments[0], kind: "a Markdown, JSON or YAML file") }

  /// Prints the blocks in the order of the document; exit code 1 for a file that is not JSON and should be.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let bytes = try file.read(limit: DirectorySource.usualSizeLimit, in: surroundings)
    let source = SourceText(path: file.path, bytes: bytes)
    if file.path.hasSuffix(".json") {
      let tree = JSONTree(source)
      if let error = tree.error {
        let place = LineIndex(source).position(at: error.offset)
        let fault: Message =
          "\(outside: file.path):\(place.line):\(place.column): error: \(error.message) [invalid-json]"
        // A program that reads JSON expects nothing else on standard output.
        if asJSON { console.note(fault) } else { try console.print(fault) }
        return .findings
      }
      let outline = JSONOutline(tree)
      if asJSON {
        try console.print(outline.json(), as: .json)
      } else {
        try console.print(text: outline.text())
      }
    } else if file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") {
      let outline = YAMLOutline(YAMLTree(source))
      if asJSON {
        try console.print(outline.json(), as: .json)
      } else {
        try console.print(text: outline.text())
      }
      let faults = outline.faults(in: file.path)
      for fault in faults { console.note(fault) }
      if !faults.isEmpty { return .findings }
    } else {
      let outline = BlockOutline(source)
      if asJSON {
        try console.print(outline.json(), as: .json)
      } else {
        try console.print(text: outline.text())
      }
    }
    return .success
  }
}
