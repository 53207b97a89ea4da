import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusText

/// `statuslint init`: writes a first configuration for the trees that there are.
package struct InitCommand: Command {
  package static let name = "init"
  package static let argumentCounts = 0...0
  package static var options: [CommandOption<InitCommand>] { outputOptions + [rootOption, profileOption] }

  package var common = CommonOptions()

  /// The configuration of the trees around the working directory.
  package init(arguments: [String] = []) {}

  /// Writes statuslint.json in the directory of the repository, and adds the files of a commit to .gitignore.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let request = try TreeRequest(
      paths: [], common: common, commandLine: common.commandLine, in: surroundings)
    guard let location = request.locations.first else { return .success }
    if let file = request.configuration(of: location).paths.first {
      throw .usage(
        "there is a configuration already: \(outside: file)",
        hint:
          "edit it; `statuslint config` shows what it says, `statuslint config --check` looks for mistakes")
    }
    let repository = location.repository
    let roots = request.locations.filter { $0.repository == repository }.map {
      $0.root.path.isEmpty ? "." : $0.root.path
    }
    let draft = ConfigurationDraft(try request.load(location), roots: roots)
    let path = TreeRoots.join(repository, ConfigurationFinder.names[0])
    let shown = ConfigurationFiles(repository: repository, surroundings)
    let ignored: [Message]?
    do {
      try NewFile(path, in: surroundings.fileSystem).write(Array(draft.text.utf8))
      ignored = try IgnoredFiles(repository, surroundings.fileSystem).add()
    } catch {
      throw .failure(error)
    }
    try console.print("wrote \(outside: shown.shown(path))")
    if let ignored {
      let file = shown.shown(TreeRoots.join(repository, ".gitignore"))
      try console.print("added \(ignored.joined(separator: ", ")) to \(outside: file)")
    }
    return .success
  }
}
