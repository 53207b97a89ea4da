import StatusEngine
import StatusFileSystem
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
  private let file: String

  /// The outline of a file, or - for standard input.
  package init(arguments: [String]) { file = arguments[0] }

  /// Prints the blocks in the order of the document; exit code 1 for a file that is not JSON and should be.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let source = SourceText(path: file, bytes: try bytes(surroundings))
    if file.hasSuffix(".json") {
      let tree = JSONTree(source)
      if let error = tree.error {
        let place = LineIndex(source).position(at: error.offset)
        let fault: Message =
          "\(outside: file):\(place.line):\(place.column): error: \(error.message) [invalid-json]"
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

  private func bytes(_ surroundings: Surroundings) throws(CommandError) -> [UInt8] {
    do throws(FileSystemError) {
      if file == "-" {
        return try surroundings.standardInput.readAll(limit: DirectorySource.usualSizeLimit)
      }
      let here = try Directory(opening: surroundings.workingDirectory, in: surroundings.fileSystem)
      do {
        return try here.read(file, limit: DirectorySource.usualSizeLimit)
      } catch {
        guard case .wrongKind(.symbolicLink) = error.reason else { throw error }
        return try here.readFollowing(file, within: "/", limit: DirectorySource.usualSizeLimit)
      }
    } catch {
      throw Self.error(error, file: "\(outside: file)")
    }
  }

  private static func error(_ error: FileSystemError, file: Message) -> CommandError {
    if error.isNotFound {
      return .usage("\(file) does not exist", hint: "give a Markdown or JSON file, or - for standard input")
    }
    if case .wrongKind(let kind) = error.reason {
      return .usage(
        "\(file) is \(kind.phrase)", hint: "give a Markdown or JSON file, or - for standard input")
    }
    return .failure(error)
  }
}
