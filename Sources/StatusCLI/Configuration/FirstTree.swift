import StatusCommit
import StatusEngine
import StatusText

/// The smallest specs tree, which has no tasks yet: `statuslint init --tree` makes it where there is none.
struct FirstTree {
  private let common: CommonOptions
  private let console: Console
  private let surroundings: Surroundings

  /// The files by their names.
  private static let files = [
    ("TODO.md", "---\nnext_project_number: 1\n---\n\n# TODO\n\n## Tasks\n"),
    ("state.json", "{\n  \"next_project_number\": 1,\n  \"active_projects\": []\n}\n"),
  ]

  init(_ common: CommonOptions, _ console: Console) {
    self.common = common
    self.console = console
    surroundings = console.surroundings
  }

  /// Makes the files in the directory that --root names, or in specs/, both or none. Never replaces one.
  func make() throws(CommandError) {
    let discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
    let directory = discovery.absolutePath(common.root ?? "specs")
    var place = directory
    while !surroundings.fileSystem.holds(place), let above = TreeRoots.parent(of: place) { place = above }
    if let tree = try discovery.locationsIfAny(place)?.first {
      throw .usage(
        "there is a tree already: \(outside: tree.rootPath(in: surroundings).shown)",
        hint: "leave out --tree")
    }
    for (name, _) in Self.files where surroundings.fileSystem.holds(TreeRoots.join(directory, name)) {
      throw .usage(
        "\(outside: shown(name)) exists already",
        hint: "--tree makes new files only: choose a directory with --root")
    }
    do {
      try surroundings.fileSystem.makeDirectories(directory)
    } catch {
      throw .failure(error)
    }
    let location = discovery.location(root: directory, shown: nil)
    let session = try TreeSession(location, timeout: WriteSession.usualLockTimeout, console, surroundings)
    do {
      _ = try session.commit(
        Self.files.map { FileChange(path: $0, old: nil, new: Array($1.utf8)) }, command: "init --tree")
    } catch {
      console.notes(error.notes)
      throw .commit(error)
    }
    for (name, _) in Self.files { try console.print("wrote \(outside: shown(name))") }
  }

  private func shown(_ name: String) -> String { TreeRoots.join(common.root ?? "specs", name) }
}
