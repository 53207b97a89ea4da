import StatusFileSystem

extension SpecsDirectory {
  /// Takes away the stages that commits which ended long ago have left in `directory`: the lock is held, and there is
  /// no journal that could know them. Says which.
  func sweep(_ directory: OpenDirectory) -> [String] {
    var swept: [String] = []
    for entry in entries(of: directory) where JournalName.transaction(ofStage: entry.name) != nil {
      guard entry.kind == .regular || entry.kind == .unknown else { continue }
      do {
        try fileSystem.remove(entry.name, at: directory.descriptor)
        swept.append(directory.path(of: entry.name))
      } catch {
        // Whatever keeps it there will be there for the next one to say.
      }
    }
    return swept
  }

  /// The paths, from the root, of the directories in `directory`.
  func subdirectories(of directory: OpenDirectory) -> [String] {
    entries(of: directory).filter { $0.kind == .directory || $0.kind == .unknown }.map {
      directory.path(of: $0.name)
    }
  }

  /// A descriptor of its own is listed: a listing begins where the last one on the same descriptor ended.
  private func entries(of directory: OpenDirectory) -> [DirectoryEntry] {
    guard let listed = try? fileSystem.open(".", at: directory.descriptor, for: .directory) else { return [] }
    defer { fileSystem.close(listed) }
    return (try? fileSystem.entries(of: listed)) ?? []
  }
}
