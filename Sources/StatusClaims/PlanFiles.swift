/// The files of a repository, as formats look for their roots in them. Paths begin in the repository, which is "".
package protocol PlanFiles {
  /// What is in the directory at `path`, links left out; empty if nothing is there.
  func entries(of path: String) -> [PlanEntry]
  /// The bytes of the file at `path`; nil if it is not there or cannot be read.
  func bytes(of path: String) -> [UInt8]?
}

extension PlanFiles {
  /// The directories in the directory at `path`, by name.
  package func directories(in path: String) -> [String] {
    entries(of: path).filter(\.isDirectory).map(\.name).sorted()
  }

  /// The files in the directory at `path`, by name.
  package func files(in path: String) -> [String] {
    entries(of: path).filter { !$0.isDirectory }.map(\.name).sorted()
  }
}
