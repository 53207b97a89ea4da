import StatusSync

/// The command that an update belongs to, as reports and logs name it.
enum SyncCommand {
  case update
  case begin(Workflow)
  case finish(Workflow)

  /// The names of all of them.
  static let names = ["update", "begin", "finish"]

  /// Its name on the command line.
  var name: String {
    switch self {
    case .update: "update"
    case .begin: "begin"
    case .finish: "finish"
    }
  }

  /// The workflow that it begins or finishes.
  var workflow: Workflow? {
    switch self {
    case .update: nil
    case .begin(let workflow), .finish(let workflow): workflow
    }
  }
}
