import StatusDiagnostics

extension Inspection {
  /// The tree as its safe fixes make it, and its unsafe ones if `allowsUnsafe`, in memory; of a snapshot that keeps its
  /// bytes. With `onlyPath`, no other file is changed. Fixes that do not come to an end, break a file or call work done
  /// are mistakes of ours.
  package func fixed(allowsUnsafe: Bool, onlyPath: String? = nil) throws(FixFault)
    -> FixEngine<Inspection>.Outcome
  {
    let outcome = try FixEngine(self) { fix in
      (allowsUnsafe || fix.applicability == .safe)
        && (onlyPath == nil || fix.files.allSatisfy { $0.path == onlyPath })
    }.run()
    let completion = CompletionGuard(
      before: snapshot.workspace, after: outcome.tree.snapshot.workspace,
      paths: Set(outcome.files.map(\.path)))
    if let task = completion.wronglyCompleted(allowsUnsafe: allowsUnsafe) { throw .completes(task: task) }
    return outcome
  }
}
