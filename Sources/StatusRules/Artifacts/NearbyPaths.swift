import StatusModel
import StatusText

/// The paths that a tree is known to have, task by task, for suggestions.
struct NearbyPaths {
  /// What a link may have meant.
  enum Suggestion {
    /// A file, from the repository root.
    case file(String)
    /// The directory of the task, from the repository root, when the link names another.
    case directory(String)
  }

  /// Of a task with more files than this only the first ones are compared.
  private static let mostFiles = 50

  private let workspace: Workspace
  private var files: [Int: [String]] = [:]

  init(_ workspace: Workspace) {
    self.workspace = workspace
    for file in workspace.files where file.kind == .plan && file.failure == nil {
      add(file.path, of: workspace.directories[file.directory].number)
    }
    for link in workspace.links {
      if let task = link.task, case .file(let path, _) = link.target { add(path, of: task) }
    }
  }

  private mutating func add(_ path: String, of task: Int) {
    guard files[task, default: []].count < Self.mostFiles else { return }
    files[task, default: []].append(path)
  }

  /// The file of the same task whose name is the same or nearly so; failing that, the task's directory where the
  /// link names one that does not exist.
  func nearest(to link: String, of task: Int?) -> Suggestion? {
    guard let task else { return nil }
    let name = Array(Self.name(of: link).utf8)
    guard !name.isEmpty else { return nil }
    var best: (distance: Int, path: String)?
    for path in files[task] ?? [] {
      let other = Array(Self.name(of: path).utf8)
      // Another number is another version, not a slip.
      guard other.lazy.filter({ ASCII.isDigit($0) }).elementsEqual(name.lazy.filter { ASCII.isDigit($0) })
      else { continue }
      let distance = EditDistance.between(name, other, limit: 4)
      guard distance < 4, distance * 4 <= name.count else { continue }
      if best.map({ (distance, path) < $0 }) ?? true { best = (distance, path) }
    }
    if let best { return .file(best.path) }
    let own = (workspace.task(task)?.directories ?? []).map { workspace.directories[$0].path }
    let named = link.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    guard let first = own.first, !own.contains(where: { named.contains(Self.name(of: $0)) }),
      named.contains(where: { ProjectDirectory.parse(String($0))?.number == task })
    else { return nil }
    return .directory(first)
  }

  private static func name(of path: String) -> Substring {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
  }
}
