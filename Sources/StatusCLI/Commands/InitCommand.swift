import StatusConfiguration
import StatusEngine
import StatusFileSystem
import StatusHooks
import StatusRuntime
import StatusText

/// `statuslint init`: writes a first configuration for the trees that there are.
package struct InitCommand: Command {
  package static let name = "init"
  package static let argumentCounts = 0...0
  package static var options: [CommandOption<InitCommand>] {
    outputOptions + [
      rootOption, profileOption, .flag("--tree") { $0.makesTree = true },
      .flag("--baseline") { $0.takesBaseline = true },
      .text("--agent") { command, text throws(CommandError) in
        command.agent = try Choice.read(text, for: "--agent")
      },
      .flag("--remove") { $0.removes = true },
    ]
  }

  package var common = CommonOptions()
  /// Whether a tree is made where there is none.
  private var makesTree = false
  /// Whether all findings are accepted in a baseline.
  private var takesBaseline = false

  private static let baselineName = "statuslint.baseline.jsonl"
  /// The agent that is to call the hook; nil to write a configuration.
  private var agent: HookAgent?
  /// Whether what the agent was given is taken out again.
  private var removes = false

  /// The configuration of the trees around the working directory.
  package init(arguments: [String] = []) {}

  /// Writes statuslint.json in the directory of the repository, and adds the files of a commit to .gitignore.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    try HeldSignals.released { () throws(CommandError) in try write(in: surroundings) }
  }

  private func write(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    if makesTree { try FirstTree(common, console).make() }
    let request = try TreeRequest(
      paths: [], common: common, commandLine: common.commandLine, formats: .all, in: surroundings)
    guard let location = request.locations.first(where: { $0.format == nil }) ?? request.locations.first
    else {
      return .success
    }
    if let agent { return try setUp(agent, location, console) }
    if removes {
      throw .usage("--remove needs --agent", hint: "say whose hooks are to be removed, as in --agent claude")
    }
    if let file = request.configuration(of: location).paths.first {
      if makesTree { return .success }
      throw .usage(
        "there is a configuration already: \(outside: file)",
        hint:
          "edit it; `statuslint config` shows what it says, `statuslint config --check` looks for mistakes")
    }
    let repository = location.repository
    let locations = request.locations.filter { $0.repository == repository }
    let shown = ConfigurationFiles(repository: repository, surroundings)
    if takesBaseline {
      let path = shown.shown(TreeRoots.join(repository, Self.baselineName))
      let count = try takeBaseline(of: locations, at: path, surroundings)
      try console.print("wrote \(outside: path), with \(Counted(count, "finding"))")
    }
    let draft = ConfigurationDraft(
      location.format == nil ? try request.load(location) : nil,
      roots: locations.filter { $0.format == nil }.map { $0.root.path.isEmpty ? "." : $0.root.path },
      formats: Set(locations.compactMap(\.format)).sorted(), baseline: takesBaseline ? Self.baselineName : nil
    )
    let path = TreeRoots.join(repository, ConfigurationFinder.names[0])
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

  /// Writes a baseline with all findings of the trees at `locations`, and returns their number.
  private func takeBaseline(of locations: [TreeLocation], at path: String, _ surroundings: Surroundings)
    throws(CommandError) -> Int
  {
    if surroundings.fileSystem.holds(path) {
      throw .usage(
        "there is a baseline already: \(outside: path)",
        hint:
          "name it in the configuration that `statuslint init` writes: \"baseline\": \"\(Self.baselineName)\""
      )
    }
    var check = CheckCommand(arguments: locations.map(\.directory))
    check.common.profile = common.profile
    check.common.quiet = true
    check.formats = .all
    check.baselineFlags = BaselineFlags(path: path, updates: true, grows: true)
    let pass = try CheckPass(check, fixing: nil, in: surroundings)
    try pass.updateBaseline()
    return pass.result.setAside.count { $0.cause == .baselined }
  }

  private func setUp(_ agent: HookAgent, _ location: TreeLocation, _ console: Console) throws(CommandError)
    -> ExitCode
  {
    let setup = AgentSetup(agent, in: location.repository, console.surroundings.fileSystem)
    let changed = removes ? try setup.remove() : try setup.add()
    let shown = ConfigurationFiles(repository: location.repository, console.surroundings)
    for file in changed {
      let path = shown.shown(TreeRoots.join(location.repository, file.path))
      let verb = file.isRemoved ? "removed" : removes ? "removed the hook from" : "wrote"
      try console.print("\(verb) \(outside: path)")
    }
    if changed.isEmpty { console.note("nothing to \(removes ? "remove" : "write")") }
    return .success
  }
}
