import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusReport
import StatusSync
import StatusText

/// `statuslint show`: prints a tree, or one task, as statuslint understands it.
package struct ShowCommand: Command {
  /// A format of the output.
  package enum Format: String, CaseIterable, Sendable {
    case text, json, html

    /// The default.
    package static let usual = text
  }

  package static let name = "show"
  package static let argumentCounts = 0...1
  package static var options: [CommandOption<ShowCommand>] {
    treeOptions + [
      .text("--format") { command, text throws(CommandError) in
        command.format = try Choice.read(text, for: "--format")
      },
      .flag("--board") { $0.showsBoard = true },
      .text("--only-format") { command, text throws(CommandError) in
        command.formats = FormatChoice.named(text)
      },
    ]
  }

  package var common = CommonOptions()
  private var format = Format.usual
  private var showsBoard = false
  private var formats = FormatChoice.all
  private let id: String?
  private let task: Int?

  /// Everything, or what has the number or the id that is given.
  package init(arguments: [String]) {
    id = arguments.first
    task = id.flatMap { try? NumberArgument.task($0) }
  }

  /// Prints what the files say; exit code 1 when no file knows the task, 3 when a file that may say something of it
  /// cannot be read.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    if showsBoard, format != .text || task != nil {
      throw .usage(
        "--board prints all tasks as text", hint: "leave out --board, or the task and --format")
    }
    let console = Console(surroundings: surroundings, common: common)
    let plans: PlanShow
    switch try others(in: surroundings) {
    case .done(let exitCode): return exitCode
    case .roots(let roots): plans = PlanShow(roots, surroundings)
    }
    let request = try TreeRequest(
      paths: [], common: common, commandLine: common.commandLine,
      in: surroundings)
    var trees: [Tree] = []
    for location in request.locations {
      let workspace = try request.load(location)
      let tasks = workspace.tasks.filter { task == nil || $0.number == task }
      trees.append(
        Tree(
          workspace: workspace, tasks: tasks, failures: FileFailure.all(in: workspace, about: task),
          shown: ShownPath(
            repository: location.repository, workingDirectory: surroundings.workingDirectory)))
    }
    let failures = trees.flatMap(\.failures)
    for tree in trees {
      for failure in tree.failures { console.complain(failure, tree.shown) }
    }
    if let task {
      let workspaces = trees.map(\.workspace)
      trees.removeAll { $0.tasks.isEmpty }
      guard !trees.isEmpty || failures.isEmpty else {
        if format == .json { try console.print(json(failures, about: task), as: .json) }
        return .failure
      }
      guard !trees.isEmpty else {
        let error =
          workspaces.lazy.compactMap { TaskLocator.absence(of: task, in: $0) }.first ?? .noTask(task)
        if format == .json { try console.print(json(error, about: task), as: .json) }
        var result = SyncResult()
        result.errors = [error]
        SyncReporter.complain(result, console)
        return result.exitCode
      }
    }
    let exitCode = plans.complain(console)
    switch format {
    case .json: try console.print(json(trees, of: request.locations.count, plans), as: .json)
    case .html: try console.print(page(trees, console), as: .html)
    case .text where showsBoard: try console.print(board(trees, console), as: .text)
    case .text: try console.print(text: text(trees, plans))
    }
    return failures.isEmpty ? exitCode : .failure
  }

  /// What is said of other formats.
  private enum Others {
    /// Everything was said.
    case done(ExitCode)
    /// These roots are shown besides the tasks of our own.
    case roots([PlanRoots.Root])
  }

  private func others(in surroundings: Surroundings) throws(CommandError) -> Others {
    // A board and a page are of tasks in specs trees.
    if showsBoard || format == .html || formats == .own { return .roots([]) }
    let console = Console(surroundings: surroundings, common: common)
    if let id {
      let search = SubjectSearch(id, task.map { TaskSelection($0) } ?? .none, formats)
      switch try search.result(common, in: surroundings) {
      case .tasks:
        _ = try NumberArgument.task(id)
        return .roots([])
      case .none(let error):
        if format == .json { try console.print(json(error, about: id), as: .json) }
        SyncReporter.complain(SyncResult(error), console)
        return .done(.findings)
      case .subject(let found, _):
        let show = PlanShow([found.root], surroundings)
        let exitCode = show.complain(console)
        if format == .json {
          var json = JSONWriter(capacity: 4096)
          json.object { show.write(found.subject, in: found.root, to: &$0) }
          try console.print(json.finish(), as: .json)
        } else {
          try console.print(text: show.text(found.subject, in: found.root))
        }
        return .done(exitCode)
      }
    }
    let plans = try PlanRoots(common, formats, in: surroundings)
    guard plans.ownTrees.isEmpty else { return .roots(plans.roots) }
    let show = PlanShow(plans.roots, surroundings)
    let exitCode = show.complain(console)
    if format == .json {
      try console.print(json([], of: 0, show), as: .json)
    } else {
      try console.print(text: show.tables.joined(separator: "\n"))
    }
    return .done(exitCode)
  }

  /// A tree with the requested tasks.
  private struct Tree {
    let workspace: Workspace
    let tasks: [TrackedTask]
    let failures: [FileFailure]
    let shown: ShownPath

    /// The tree as reports name it.
    var checked: CheckedTree {
      CheckedTree(
        root: workspace.root.path, profile: workspace.profile.name, profileReason: workspace.detection.reason)
    }
    /// The tasks as a board shows them.
    var overviews: [TaskOverview] { workspace.overviews(of: tasks) }
  }

  private func page(_ trees: [Tree], _ console: Console) throws(CommandError) -> [UInt8] {
    BoardPage.render(trees.flatMap(\.overviews), of: trees.map(\.checked), try options(console))
  }

  private func board(_ trees: [Tree], _ console: Console) throws(CommandError) -> [UInt8] {
    let options = try options(console)
    let boards = trees.map { BoardText($0.overviews, of: $0.checked, options).render() }
    return Array(boards.joined(separator: [ASCII.lineFeed]))
  }

  private func options(_ console: Console) throws(CommandError) -> ReportOptions {
    let epoch = try ReportMoment.sourceDateEpoch(in: console.surroundings)
    return ReportOptions(
      toolVersion: Version.current, timestamp: epoch ?? console.surroundings.now(), color: console.usesColor,
      width: console.width)
  }

  private func text(_ trees: [Tree], _ plans: PlanShow) -> Message {
    let own = trees.map { tree -> Message in
      guard task != nil else { return TaskTable(tree.workspace).render(tree.tasks) }
      return tree.tasks.map { TaskText(tree.workspace, tree.shown).render($0) }.joined(separator: "\n")
    }
    return (own + plans.tables).joined(separator: "\n")
  }

  /// The JSON object if files that may contain the task cannot be read.
  private func json(_ failures: [FileFailure], about task: Int) -> [UInt8] {
    var json = JSONWriter(capacity: 512)
    json.object { json in
      json.member("task", task)
      json.array("failure", failures) { json, failure in json.object { failure.write(to: &$0) } }
    }
    return json.finish()
  }

  /// The JSON object if no file contains the task.
  private func json(_ error: SyncError, about task: Int) -> [UInt8] {
    json(error) { $0.member("task", task) }
  }

  /// The same for an id of another format.
  private func json(_ error: SyncError, about id: String) -> [UInt8] { json(error) { $0.member("id", id) } }

  private func json(_ error: SyncError, _ subject: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(capacity: 512)
    json.object { json in
      subject(&json)
      json.array("errors", [error]) { json, error in ReturnObject.write(error, to: &json) }
    }
    return json.finish()
  }

  /// A task or a tree, where the request found one tree; an object with all of them otherwise.
  private func json(_ trees: [Tree], of count: Int, _ plans: PlanShow) -> [UInt8] {
    var json = JSONWriter(capacity: trees.reduce(256) { $0 + $1.tasks.count * 1024 })
    json.object { json in
      if !plans.isEmpty { plans.write(to: &json) }
      if count > 1 || !plans.isEmpty && count > 0 {
        json.array("trees", trees) { json, tree in
          json.object { TaskJSON(tree.workspace, tree.failures).write(tree.tasks, to: &$0) }
        }
      } else if let tree = trees.first {
        let tasks = TaskJSON(tree.workspace, tree.failures)
        if task != nil, let first = tree.tasks.first {
          tasks.write(first, to: &json)
        } else {
          tasks.write(tree.tasks, to: &json)
        }
      }
    }
    return json.finish()
  }
}
