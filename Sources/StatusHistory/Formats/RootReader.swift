import StatusClaims
import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusText

/// Reads a root of another format as commits have it. What the last commit had in common with it is not read again.
struct RootReader {
  let root: HistoricRoot
  /// Everything that the format reads: the root, and what it reads outside of it.
  let places: [String]
  private let settings: PlanSnapshot.Settings
  private var files: [String: KnownFile] = [:]

  /// A file of the last commit.
  private struct KnownFile {
    let id: ObjectID
    let file: PlanFile
    /// Why it cannot be understood; nil if it can.
    let fault: String?
  }

  /// Reads `root`, which `files` have now. `now` is the present, in seconds since 1970.
  init(_ root: HistoricRoot, in files: any TreeSource, now: Int) {
    self.root = root
    settings = PlanSnapshot.Settings(now: now)
    let outside = PlanSnapshot.surroundings(of: root.path, root.format, in: files)
    let inside = root.path
    places = [inside] + outside.filter { !inside.isEmpty && !PathText.isBelow($0, inside) }
  }

  /// What `tree` says of the root; `earlier` is what its first parent says.
  mutating func state(_ tree: GitTree, after earlier: RootState?) throws(GitError) -> RootState {
    let fingerprint = places.map { tree.id(at: $0) }
    if let earlier, earlier.fingerprint == fingerprint { return earlier }
    let known = files
    let snapshot: PlanSnapshot
    do throws(FileSystemError) {
      snapshot = try PlanSnapshot.read(root.format, at: root.path, from: tree, settings) { path in
        known[path].flatMap { $0.id == tree.id(ofFileAt: path) ? $0.file : nil }
      }
    } catch {
      throw .unreadable(error)
    }
    var state = RootState()
    state.fingerprint = fingerprint
    state.faults = snapshot.failures.mapValues { "cannot be read: \($0)" }
    keep(snapshot, tree, &state)
    for subject in snapshot.format.subjects(of: snapshot.tree) where state.subjects[subject.id] == nil {
      state.subjects[subject.id] = SubjectState(subject)
      state.order.append(subject.id)
    }
    if let earlier { state.takeOver(from: earlier) }
    return state
  }

  private mutating func keep(_ snapshot: PlanSnapshot, _ tree: GitTree, _ state: inout RootState) {
    var kept: [String: KnownFile] = [:]
    for file in snapshot.tree.files.values {
      let path = file.source.path
      guard let id = tree.id(ofFileAt: path) else { continue }
      let known = files[path].flatMap { $0.id == id ? $0 : nil }
      let entry = known ?? KnownFile(id: id, file: file, fault: file.fault)
      kept[path] = entry
      state.faults[path] = entry.fault
    }
    files = kept
  }
}

extension PlanFile {
  /// Why it cannot be told what it says; nil if it can.
  fileprivate var fault: String? {
    if hasConflict { return "holds two versions that git could not merge" }
    if isReadable { return nil }
    if case .json = content { return "is not JSON" }
    return "is not YAML that can be read"
  }
}
