import Glibc
import StatusTestSupport

/// A file of the project as the architecture tests read it.
struct ProjectFile: Sendable {
  /// From the project's directory, without a slash in front.
  let path: String
  /// Its content; bytes that are not UTF-8 are replaced.
  let text: String

  /// The name without directories and without ".swift".
  var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasSuffix(".swift") ? String(last.dropLast(6)) : last
  }

  /// Its directories, outermost first.
  var directories: [String] { path.split(separator: "/").dropLast().map(String.init) }

  /// All files below a directory of the project, sorted; what is built, fetched or reported is left out.
  static func all(beneath directory: String) throws -> [ProjectFile] {
    try paths(beneath: directory).map { path in
      ProjectFile(
        path: path, text: String(decoding: try FileBytes.read("\(Project.directory)/\(path)"), as: UTF8.self))
    }
  }

  /// The Swift files below a directory of the project, sorted.
  static func swift(beneath directory: String) throws -> [ProjectFile] {
    try all(beneath: directory).filter { $0.path.hasSuffix(".swift") }
  }

  /// The names in a directory of the project that are directories themselves, sorted.
  static func subdirectories(of directory: String) -> [String] {
    entries(directory).filter { $0.isDirectory }.map(\.name).sorted()
  }

  private static func paths(beneath directory: String) -> [String] {
    entries(directory).flatMap { entry -> [String] in
      let path = directory.isEmpty ? entry.name : "\(directory)/\(entry.name)"
      if !entry.isDirectory { return [path] }
      return isForeign(path) ? [] : paths(beneath: path)
    }.sorted()
  }

  /// Directories that are not part of the sources.
  private static func isForeign(_ path: String) -> Bool {
    path == ".git" || path == "Reports" || path.hasPrefix(".build")
  }

  private static func entries(_ directory: String) -> [(name: String, isDirectory: Bool)] {
    guard let stream = opendir("\(Project.directory)/\(directory)") else { return [] }
    defer { closedir(stream) }
    var found: [(name: String, isDirectory: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let kind = Int(entry.pointee.d_type)
      // Links are followed by nobody here: what they lead to is met where it lies. A worktree's .git is a file.
      guard name != ".", name != "..", name != ".git", kind == DT_DIR || kind == DT_REG else { continue }
      found.append((name, kind == DT_DIR))
    }
    return found
  }
}
