import StatusFileSystem
import StatusModel
import StatusText

/// Finds what a link that leads to nothing may have meant, by looking around in the repository: at the same path with
/// other slashes, at names that are nearly the same, at the same name elsewhere.
struct NearestPaths {
  private let repository: any TreeSource
  private let workspace: Workspace
  /// What lies at the end of a link of a task with those directories.
  private let lookUp: (String, [String]) -> ArtifactLink.Target
  private var filesByTask: [Int: [String]] = [:]
  private var filesByDirectory: [String: [String]] = [:]
  private var names: NameIndex?
  /// Whether a directory that links begin with is there.
  private var topDirectories: [String: Bool] = [:]
  /// How many more names may be compared letter by letter: a tree with thousands of dead links is told so, not
  /// searched.
  private var budget = 50_000

  init(
    repository: any TreeSource, workspace: Workspace,
    lookUp: @escaping (String, [String]) -> ArtifactLink.Target
  ) {
    self.repository = repository
    self.workspace = workspace
    self.lookUp = lookUp
  }

  /// The nearest existing path to `link`, of a task with those directories.
  mutating func nearest(to link: String, of task: Int?, directories: [String]) -> ArtifactLink.Suggestion? {
    let backslash = UInt8(ascii: "\\")
    let slashed =
      link.utf8.contains(backslash)
      ? String(decoding: link.utf8.map { $0 == backslash ? UInt8(ascii: "/") : $0 }, as: UTF8.self) : link
    if slashed != link, let path = path(lookUp(slashed, directories)) { return .file(path) }
    let name = PathText.name(of: slashed)
    guard !name.isEmpty else { return nil }
    let isOther = Self.namesOther(than: task, slashed)
    if !isOther, let path = similar(name, in: files(of: task, directories)) { return .file(path) }
    if let path = similar(name, in: siblings(of: slashed)) { return .file(path) }
    // Every task has files with common names: one of another task was not meant.
    if isOther, let path = similar(name, in: files(of: task, directories)),
      !CommonName.isOne(PathText.name(of: path))
    {
      return .file(path)
    }
    if !CommonName.isOne(name), isWithinReach(slashed), let path = elsewhere(name) { return .file(path) }
    return directory(of: slashed, task, directories).map { .directory($0) }
  }

  /// Whether `link` names the directory of another task.
  private static func namesOther(than task: Int?, _ link: String) -> Bool {
    PathText.components(of: link).dropLast().contains { part in
      ProjectDirectory.parse(part).map { $0.number != task } ?? false
    }
  }

  private func path(_ target: ArtifactLink.Target) -> String? {
    switch target {
    case .file(let path, _), .directory(let path): path
    case .missing, .absolute, .outside, .unknown: nil
    }
  }

  // MARK: Names that are nearly the same

  private mutating func similar(_ name: String, in paths: [String]) -> String? {
    let wanted = Array(name.utf8)
    let numbers = Self.numbers(in: wanted)
    var best: (distance: Int, path: String)?
    for path in paths {
      let other = Array(PathText.name(of: path).utf8)
      // Another number is another version, not a slip; 01 and 001 are the same one.
      guard abs(other.count - wanted.count) < 4, Self.numbers(in: other) == numbers, budget > 0 else {
        continue
      }
      budget -= 1
      let distance = EditDistance.between(wanted, other, limit: 4)
      guard distance < 4, distance * 4 <= wanted.count else { continue }
      if best.map({ (distance, path) < $0 }) ?? true { best = (distance, path) }
    }
    return best?.path
  }

  private static func numbers(in name: [UInt8]) -> [Int] {
    name.split { !ASCII.isDigit($0) }.map { $0.prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  }

  /// The files in a task's directories, and in those within.
  private mutating func files(of task: Int?, _ directories: [String]) -> [String] {
    guard let task else { return [] }
    if let known = filesByTask[task] { return known }
    var files: [String] = []
    for directory in directories {
      files += self.files(in: directory)
      for kind in ["plans", "reports", "summaries"] { files += self.files(in: "\(directory)/\(kind)") }
    }
    filesByTask[task] = files
    return files
  }

  /// The files beside the place where a link leads, from the repository root and from the tree.
  private mutating func siblings(of link: String) -> [String] {
    guard let directory = RelativePath.normalized(PathText.parent(of: link)), !directory.isEmpty else {
      return []
    }
    let files = files(in: directory)
    return files.isEmpty ? self.files(in: workspace.root.path(directory)) : files
  }

  private mutating func files(in directory: String) -> [String] {
    if let known = filesByDirectory[directory] { return known }
    let entries = (try? repository.list(directory)) ?? []
    let files = entries.lazy.filter { $0.kind == .regular }.prefix(Self.mostNames).map {
      "\(directory)/\($0.name)"
    }
    filesByDirectory[directory] = Array(files).sorted()
    return filesByDirectory[directory] ?? []
  }

  private static let mostNames = 500

  // MARK: The same name elsewhere

  /// Whether the directory that a link begins with is there: if a whole part of the repository is missing, the file is
  /// not elsewhere, and a walk through the rest would be wasted.
  private mutating func isWithinReach(_ link: String) -> Bool {
    let parts = link.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1)
    guard parts.count > 1, let first = parts.first.map({ String(Substring($0)) }) else { return true }
    if SpecsRoot.isDirectoryName(first) || first == "." || first == ".." { return true }
    if let known = topDirectories[first] { return known }
    let isThere = [first, workspace.root.path(first)].contains { place in
      (try? repository.status(place, followingLinks: false)) != nil
    }
    topDirectories[first] = isThere
    return isThere
  }

  /// The one file with that name in the repository, but for the directories of tasks: a file there is another task's,
  /// or was found already.
  private mutating func elsewhere(_ name: String) -> String? {
    let index = names ?? NameIndex(repository)
    names = index
    let found = index.paths(named: name)
    return found.count == 1 ? found.first : nil
  }

  /// The task's directory, where the link names another one of its number.
  private func directory(of link: String, _ task: Int?, _ directories: [String]) -> String? {
    let named = PathText.components(of: link)
    guard let task, let first = directories.first,
      !directories.contains(where: { named.contains(PathText.name(of: $0)) }),
      named.contains(where: { ProjectDirectory.parse($0)?.number == task })
    else { return nil }
    return first
  }
}
