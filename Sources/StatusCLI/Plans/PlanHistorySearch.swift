import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusHistory
import StatusModel
import StatusText

/// Finds the roots of other formats whose history is wanted.
struct PlanHistorySearch {
  private let common: CommonOptions
  private let formats: FormatChoice
  private let surroundings: Surroundings
  private let discovery: TreeDiscovery

  /// A search for roots of `formats`, in the working directory or in the directory that an option names.
  init(_ common: CommonOptions, _ formats: FormatChoice, in surroundings: Surroundings) {
    self.common = common
    self.formats = formats
    self.surroundings = surroundings
    discovery = TreeDiscovery(
      fileSystem: surroundings.fileSystem, workingDirectory: surroundings.workingDirectory)
  }

  /// The roots whose history is wanted at the commit that `until` means; nil if that of a specs tree is. A specs tree goes
  /// first, unless a format is chosen, or only another format can have what is asked for.
  func request(
    until: RevisionName, isOfSubject: Bool
  ) throws(CommandError) -> PlanHistoryRequest? {
    if formats == .own { return nil }
    let request: TreeRequest
    do throws(CommandError) {
      request = try files()
    } catch {
      // A bare repository has no files: what its commits have counts.
      let absence = error
      guard let found = try? inRepository(until), !found.roots.isEmpty else {
        if formats.only != nil { throw absence }
        return nil
      }
      return found
    }
    let found = request.locations.compactMap { location in
      request.format(of: location).map { (location, HistoricRoot($0, at: location.root.path)) }
    }
    guard let first = found.first else { return nil }
    if formats.only == nil, !isOfSubject, found.count < request.locations.count { return nil }
    let roots = found.filter { $0.0.repository == first.0.repository }.map(\.1)
    return try PlanHistoryRequest(roots, in: first.0.repository, until: until, surroundings)
  }

  private func files() throws(CommandError) -> TreeRequest {
    var rootless = common
    rootless.root = nil
    return try TreeRequest(
      paths: common.root.map { [$0] } ?? [], common: rootless, commandLine: common.commandLine,
      formats: formats, in: surroundings)
  }

  private func inRepository(_ until: RevisionName) throws(CommandError) -> PlanHistoryRequest? {
    let directory = discovery.absolutePath(common.root ?? ".")
    let request = try PlanHistoryRequest([], in: directory, until: until, surroundings)
    guard let files = try request.files() else { return nil }
    let isOwn = SpecsRoot.usualPaths.lazy.map { SpecsRoot(path: $0) }.contains { root in
      [root.taskList, root.registry].contains { files.status($0, followingLinks: true) != nil }
    }
    if isOwn, formats.only == nil { return nil }
    let found = PlanDiscovery(files, SoughtFormats(only: formats.only)).roots(below: "")
    return try PlanHistoryRequest(
      found.compactMap { root in PlanFormats.named(root.format).map { HistoricRoot($0, at: root.path) } },
      in: directory, until: until, surroundings)
  }
}
