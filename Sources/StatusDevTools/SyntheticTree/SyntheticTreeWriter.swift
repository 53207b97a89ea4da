import StatusFileSystem
import StatusRuntime

/// Writes a synthetic tree to disk.
package struct SyntheticTreeWriter: Sendable {
  /// What was written.
  package struct Tally: Sendable {
    /// How many files.
    package var files = 0
    /// How many bytes they hold.
    package var bytes = 0
  }

  private let tree: SyntheticTree
  private let faults: SyntheticFaults
  private let fileSystem = PosixFileSystem()

  /// A writer of `tree`, with `faults` in it.
  package init(_ tree: SyntheticTree, faults: SyntheticFaults = SyntheticFaults(count: 0)) {
    self.tree = tree
    self.faults = faults
  }

  /// Writes all files below `directory`, which is made when missing; where a file of the tree is there already,
  /// that is an error, and the tree remains in part.
  package func write(to directory: String) throws(FileSystemError) -> Tally {
    var tally = Tally()
    let parents = tree.hasArchive ? ["", "/specs", "/specs/archive"] : ["", "/specs"]
    for parent in parents { try fileSystem.makeDirectories(directory + parent) }
    for file in tree.sharedFiles() {
      try write(faults.spoiled(file, of: tree), below: directory, tally: &tally)
    }
    let results = Parallel.map(count: tree.projectCount) { index in writeTask(index, below: directory) }
    for result in results {
      let part = try result.get()
      tally.files += part.files
      tally.bytes += part.bytes
    }
    return tally
  }

  private func writeTask(_ index: Int, below directory: String) -> Result<Tally, FileSystemError> {
    Result { () throws(FileSystemError) in
      var tally = Tally()
      var made: Set<Substring> = []
      for file in tree.files(ofTask: index) {
        for parent in Self.projectDirectories(of: file.path) where made.insert(parent).inserted {
          try makeDirectory("\(directory)/\(parent)")
        }
        let atHand = index - tree.archivedTasks.count
        let spoiled = atHand < 0 ? file : faults.spoiled(file, ofTask: atHand, of: tree)
        try write(spoiled, below: directory, tally: &tally)
      }
      return tally
    }
  }

  /// The directories above `path` that belong to one task, the outer one first.
  private static func projectDirectories(of path: String) -> [Substring] {
    let slashes = path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }
    return slashes.dropFirst(path.hasPrefix("specs/archive/") ? 2 : 1).map { path[..<$0] }
  }

  private func makeDirectory(_ path: String) throws(FileSystemError) {
    do {
      try fileSystem.makeDirectory(path, at: nil, permissions: 0o777)
    } catch .fileExists {
      // As good as made.
    } catch {
      throw FileSystemError(path: path, operation: .createDirectory, reason: .system(error))
    }
  }

  private func write(
    _ file: SyntheticFile, below directory: String, tally: inout Tally
  ) throws(FileSystemError) {
    let path = "\(directory)/\(file.path)"
    do {
      // Unlike a report, it is not synchronized: hundreds of thousands of syncs would be too slow.
      let descriptor = try fileSystem.open(path, at: nil, for: .creating(permissions: 0o666))
      defer { fileSystem.close(descriptor) }
      let writer = FileWriter(fileSystem: fileSystem, descriptor: descriptor)
      try file.bytes.span.withUnsafeBytes { (raw) throws(Errno) in try writer.write(raw) }
    } catch {
      throw FileSystemError(path: path, operation: .write, reason: .system(error))
    }
    tally.files += 1
    tally.bytes += file.bytes.count
  }
}
