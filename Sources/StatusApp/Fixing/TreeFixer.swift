import StatusDiagnostics
import StatusRules

/// Fixes a tree in memory, and makes sure of the result.
struct TreeFixer {
  /// Whether unsafe fixes are included.
  let allowsUnsafe: Bool
  /// The only file that may be changed, if standard input replaces it; the files on disk stay.
  var onlyPath: String?

  /// `tree`, which has the bytes of all its files, as fixes make it. Fixes that do not come to an end, break a file or call
  /// work done are a fault of ours.
  func fix(_ tree: JudgedTree) throws(CommandError) -> FixEngine<JudgedTree>.Outcome {
    let outcome: FixEngine<JudgedTree>.Outcome
    do {
      outcome = try FixEngine(tree) { fix in
        (allowsUnsafe || fix.applicability == .safe)
          && (onlyPath == nil || fix.files.allSatisfy { $0.path == onlyPath })
      }.run()
    } catch {
      throw CommandError(error)
    }
    let completion = CompletionGuard(
      before: tree.tree.workspace, after: outcome.tree.tree.workspace,
      paths: Set(outcome.files.map(\.path)))
    if let task = completion.wronglyCompleted(allowsUnsafe: allowsUnsafe) { throw .fixCompletes(task) }
    return outcome
  }
}
