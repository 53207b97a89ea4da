import StatusEngine
import StatusFileSystem
import StatusModel
import StatusReport
import StatusText

/// Refuses to write reports and logs over anything else: tracking files of a tree, by whatever path they are reached,
/// and the files that these link; inputs and other outputs of the command; files that are not a report or a log; and
/// what links lead to.
struct OutputPaths {
  private let locations: [TreeLocation]
  private let surroundings: Surroundings

  /// The outputs of a command about the trees at `locations`.
  init(_ locations: [TreeLocation], _ surroundings: Surroundings) {
    self.locations = locations
    self.surroundings = surroundings
  }

  /// Makes sure that the reports at `paths` may be written. Each replaces an existing file, which must be a report.
  func refuse(reports paths: [String]) throws(CommandError) {
    for (index, path) in paths.enumerated() {
      try refuse(path, option: "--report", replaces: true)
      try refuseForeignReport(path)
      guard paths[..<index].contains(where: { isSame($0, path) }) else { continue }
      throw .usage(
        "several reports would be written to \(outside: path)",
        hint: "give each report a file of its own")
    }
  }

  /// Makes sure that the baseline at `path` may be written, in a command that writes the `reports`.
  func refuse(baseline path: String, reports: [String]) throws(CommandError) {
    try refuse(path, option: "--baseline", replaces: false)
    guard reports.contains(where: { isSame($0, path) }) else { return }
    throw .usage(
      "--report would overwrite the baseline \(outside: path)", hint: "give the report a file of its own")
  }

  /// Makes sure that the log at `path` may be written, in a command that reads the files `inputs`. Lines are appended,
  /// so an existing file must be a log.
  func refuse(log path: String, inputs: [String]) throws(CommandError) {
    try refuse(path, option: "--log", replaces: false)
    guard !inputs.contains(where: { isSame($0, path) }) else {
      throw .usage(
        "--log would overwrite \(outside: path), which the command reads",
        hint: "give the path of a log, or of a new file")
    }
    try refuseForeignLog(path)
  }

  /// Makes sure that none of the reports at `paths` would replace a file that a task of `workspace` links.
  func refuse(reports paths: [String], overArtifactsOf workspace: Workspace, at location: TreeLocation)
    throws(CommandError)
  {
    let system = surroundings.fileSystem
    for path in paths {
      guard let report = try? system.status(whole(path), at: nil, followingLinks: true),
        report.kind == .regular
      else { continue }
      let isLinked = workspace.links.contains { link in
        guard case .file(let inside, report.size) = link.target,
          let found = try? system.status(
            TreeRoots.join(location.repository, inside), at: nil, followingLinks: true)
        else { return false }
        return found.device == report.device && found.inode == report.inode
      }
      guard isLinked else { continue }
      throw .usage(
        "--report would overwrite \(outside: path), a file that a task of the tree links",
        hint: "give the name of a new file")
    }
  }

  private func whole(_ path: String) -> String {
    TreeDiscovery(fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
      .absolutePath(path)
  }

  private func refuse(_ path: String, option: String, replaces: Bool) throws(CommandError) {
    if path == "-" {
      throw .usage(
        "\(option) needs a file, but \"-\" stands for standard output",
        hint: "give the name of a file; --format says what standard output gets")
    }
    let whole = whole(path)
    let real = try? surroundings.fileSystem.realPath(whole)
    if isTracked(whole, real) {
      throw .usage(
        "\(option) would overwrite \(outside: path), a tracking file of the tree",
        hint: "give a path outside the tree")
    }
    if isCommitterFile(whole) || real.map(isCommitterFile) ?? false {
      throw .usage(
        "\(option) would overwrite \(outside: path), a name reserved for the files of statuslint",
        hint: "use another name")
    }
    guard isLink(whole), replaces || real.map(isOutside) ?? true else { return }
    throw .usage(
      "\(option) would overwrite \(outside: real ?? path) through the link \(outside: path)",
      hint: "give the path of the file itself, or remove the link")
  }

  /// Makes sure that an existing file at `path` is a log.
  private func refuseForeignLog(_ path: String) throws(CommandError) {
    let whole = whole(path)
    guard let status = try? surroundings.fileSystem.status(whole, at: nil, followingLinks: true) else {
      return
    }
    if status.kind == .fifo, !isDevice(whole) {
      throw .usage(
        "--log cannot append to \(outside: path), which is a named pipe",
        hint: "give the path of a log, or of a new file")
    }
    let ends = try? FileEnds(of: whole, first: SyncLog.startLength, in: surroundings.fileSystem)
    guard !isDevice(whole), let start = ends?.start, !SyncLog.isLog(startingWith: start) else { return }
    throw .usage(
      "--log would overwrite \(outside: path), which is not a log of statuslint",
      hint: "give the path of a log, or of a new file")
  }

  /// Makes sure that an existing file at `path` is a report.
  private func refuseForeignReport(_ path: String) throws(CommandError) {
    let whole = whole(path)
    // What a device leads to is not replaced.
    if isDevice(whole) { return }
    let start: [UInt8]?
    do {
      start = try FileEnds(of: whole, first: EarlierReport.length, in: surroundings.fileSystem)?.start
    } catch {
      if error == .noSuchFile || error == .notDirectory { return }
      let failure = FileSystemError(path: path, operation: .read, reason: .system(error))
      throw .failure(failure)
    }
    guard let start, !start.isEmpty, !EarlierReport.begins(with: start) else { return }
    throw .usage(
      "--report would overwrite \(outside: path), which is not a report of statuslint",
      hint: "give the name of a new file, or remove that file")
  }

  /// Whether two paths lead to the same file, which need not exist.
  private func isSame(_ left: String, _ right: String) -> Bool {
    !isDevice(left) && target(left) == target(right)
  }

  /// The path of the file that `path` leads to, without links.
  private func target(_ path: String) -> String {
    let system = surroundings.fileSystem
    let whole = whole(path)
    if let real = try? system.realPath(whole) { return real }
    guard let directory = TreeRoots.parent(of: whole), let real = try? system.realPath(directory) else {
      return whole
    }
    return TreeRoots.join(real, TreeRoots.relative(whole, to: directory))
  }

  private func isDevice(_ path: String) -> Bool { path.hasPrefix("/dev/") || path.hasPrefix("/proc/") }

  // MARK: Files of the tree

  /// Whether a commit may use the name of `path`, or the configuration has it.
  private func isCommitterFile(_ path: String) -> Bool {
    let name = TreeRoots.parent(of: path).map { TreeRoots.relative(path, to: $0) } ?? path
    return name.lowercased().hasPrefix(".statuslint")
  }

  // MARK: Tracking files

  private func isTracked(_ path: String, _ real: String?) -> Bool {
    var candidates = [path] + [real].compactMap { $0 }
    if let directory = TreeRoots.parent(of: path), let real = try? surroundings.fileSystem.realPath(directory)
    {
      candidates.append(TreeRoots.join(real, TreeRoots.relative(path, to: directory)))
    }
    if candidates.contains(where: isTrackingPath) { return true }
    guard let status = try? surroundings.fileSystem.status(path, at: nil, followingLinks: true),
      status.kind == .regular, status.linkCount > 1
    else { return false }
    return locations.contains { trackedFiles(of: $0, include: status) }
  }

  private func isTrackingPath(_ path: String) -> Bool {
    guard let directory = TreeRoots.parent(of: path),
      let root = TreeRoots(fileSystem: surroundings.fileSystem).nearest(above: directory)
    else { return false }
    return TrackedFileName.mayBeOne(TreeRoots.relative(path, to: root))
  }

  /// Whether a file is one of those of a tree, under another name.
  private func trackedFiles(of location: TreeLocation, include file: FileStatus) -> Bool {
    guard let root = try? Directory(opening: location.directory, in: surroundings.fileSystem) else {
      return false
    }
    return holds(file, in: root, below: "", depth: 0)
  }

  private func holds(_ file: FileStatus, in root: Directory, below path: String, depth: Int) -> Bool {
    let entries = (try? root.list(path.isEmpty ? "." : path)) ?? []
    return entries.contains { entry in
      let inside = PathText.joined(path, entry.name)
      if entry.kind == .directory {
        return depth < Self.depthLimit && holds(file, in: root, below: inside, depth: depth + 1)
      }
      guard TrackedFileName.mayBeOne(inside),
        let found = try? root.status(inside, followingLinks: true)
      else { return false }
      return found.device == file.device && found.inode == file.inode
    }
  }

  /// Plans of the archive lie no deeper.
  private static let depthLimit = 8

  // MARK: Links

  /// Whether `path` is a link to a regular file, or to nothing yet.
  private func isLink(_ path: String) -> Bool {
    guard !isDevice(path),
      (try? surroundings.fileSystem.status(path, at: nil, followingLinks: false))?.kind == .symbolicLink
    else { return false }
    guard let target = try? surroundings.fileSystem.status(path, at: nil, followingLinks: true) else {
      return true
    }
    return target.kind == .regular
  }

  /// Whether a link points outside the repositories and the working directory.
  private func isOutside(_ real: String) -> Bool {
    let inside = locations.map(\.repository) + [surroundings.workingDirectory]
    return !inside.contains { RealPath.lies(real, within: $0) }
  }
}
