import StatusDiagnostics
import StatusText

/// Tells which findings are about what has changed since the files were as in another source: those with a place in lines
/// that differ, and those about something that is missing from a file, or a part of one, that differs.
struct ChangedPlaces {
  private let base: any TreeSource
  /// The bytes of a file as they were judged.
  private let present: (String) -> ReadOutcome
  /// What has changed, by path; nil for a file that cannot be compared, so all of it counts.
  private var known: [String: ChangedLines?] = [:]

  /// The changes of `snapshot` since `base`.
  init(since base: any TreeSource, in snapshot: Snapshot) {
    self.init(since: base) { path in
      guard let file = snapshot.workspace.file(at: path), file.failure == nil else {
        return snapshot.loader.source.read(path)
      }
      return .bytes(snapshot.source(of: file).bytes)
    }
  }

  /// The changes since `base` of files that are read by `present`.
  init(since base: any TreeSource, present: @escaping (String) -> ReadOutcome) {
    self.base = base
    self.present = present
  }

  /// Whether `finding` is about a change. A finding without a place is about the tree, and always counts.
  mutating func concern(_ finding: Finding) -> Bool {
    guard let location = finding.location else { return true }
    if differs(at: location) { return true }
    if let part = finding.lacking, differs(at: Location(path: location.path, range: part)) { return true }
    for related in finding.related where differs(at: related.location) { return true }
    for path in finding.missingFrom where !isSame(path) { return true }
    return false
  }

  /// Whether lines at `location` have changed. The beginning of a file stands for all of it.
  private mutating func differs(at location: Location) -> Bool {
    if location.range == .zero { return !isSame(location.path) }
    return changes(in: location.path).map { $0.touch(location.range) } ?? true
  }

  private mutating func isSame(_ path: String) -> Bool { changes(in: path)?.isEmpty ?? false }

  private mutating func changes(in path: String) -> ChangedLines? {
    if let found = known[path] { return found }
    let changes = compare(path)
    known[path] = .some(changes)
    return changes
  }

  private func compare(_ path: String) -> ChangedLines? {
    switch (base.read(path), present(path)) {
    case (.bytes(let old), .bytes(let new)): ChangedLines(from: old, to: new)
    case (.absent, .bytes(let new)): ChangedLines(from: [], to: new)
    case (.absent, .absent): ChangedLines(from: [], to: [])
    case (.bytes, _), (.absent, .failed), (.failed, _): nil
    }
  }
}
