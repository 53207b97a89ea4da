import StatusFileSystem

extension SpecsDirectory {
  /// Removes the stages of old commits in `directory`: the lock is held, and there is no journal that refers
  /// to them. Returns their names.
  func sweep(_ directory: OpenDirectory) -> [String] {
    var swept: [String] = []
    for entry in entries(of: directory) where JournalName.transaction(ofStage: entry.name) != nil {
      guard entry.kind == .regular || entry.kind == .unknown else { continue }
      do {
        try fileSystem.remove(entry.name, at: directory.descriptor)
        swept.append(directory.path(of: entry.name))
      } catch {
        // If it cannot be removed, the next writer will report it.
      }
    }
    return swept
  }

  /// The paths, relative to the root, of the directories in `directory`.
  func subdirectories(of directory: OpenDirectory) -> [String] {
    entries(of: directory).filter { $0.kind == .directory || $0.kind == .unknown }.map {
      directory.path(of: $0.name)
    }
  }

  /// Uses a new descriptor: a listing continues where the last one on the same descriptor ended.
  private func entries(of directory: OpenDirectory) -> [DirectoryEntry] {
    guard let listed = try? fileSystem.open(".", at: directory.descriptor, for: .directory) else { return [] }
    defer { fileSystem.close(listed) }
    return (try? fileSystem.entries(of: listed)) ?? []
  }
}
