import StatusDiagnostics
import StatusModel
import StatusReport
import StatusText

/// A tracking file that could not be read or parsed. Its contents are unknown, which is not the same as empty.
struct FileFailure {
  /// Its path from the repository root.
  let path: String
  /// What is wrong with it: "cannot be read: permission denied".
  let reason: String

  /// The failures of `workspace` that affect `task`; with nil, all that affect any task.
  static func all(in workspace: Workspace, about task: Int?) -> [FileFailure] {
    workspace.files.compactMap { file in
      guard case .failed(let reason) = file.outcome else { return nil }
      switch file.kind {
      case .taskList, .registry: break
      case .plan, .projectState:
        if let task, workspace.directories[file.directory].number != task { return nil }
      case .archiveRegistry, .record: return nil
      }
      return FileFailure(path: file.path, reason: reason)
    }
  }

  /// Writes the members of a file that could not be read.
  func write(to json: inout JSONWriter) {
    json.member("path", path)
    json.member("reason", reason)
  }
}

extension Console {
  /// Reports that a file could not be read, even with --quiet.
  func complain(_ failure: FileFailure, _ shown: ShownPath) {
    complain("statuslint: error: \(shown.unescaped(failure.path)) \(failure.reason)\n")
  }
}
