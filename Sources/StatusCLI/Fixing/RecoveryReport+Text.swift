import StatusCommit
import StatusText

extension RecoveryReport {
  /// What became of the commit that had been interrupted, in words; nil if there was none, or nothing was decided about
  /// it.
  var event: Message? {
    let command: Message = command.isEmpty ? "a commit" : "\"\(command)\""
    return switch outcome {
    case .undone: "undid \(command), which was interrupted"
    case .finished: "\(command) was already committed; cleaned up"
    case .discarded, nil: nil
    }
  }
}
