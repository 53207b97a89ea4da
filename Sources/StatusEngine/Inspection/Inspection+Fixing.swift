import StatusDiagnostics

extension Inspection {
  /// The tree as its safe fixes make it, and its unsafe ones if `allowsUnsafe`, in memory; of a snapshot that keeps its
  /// bytes. With `onlyPath`, no other file is changed. `wants` has the last word on each fix, and is given
  /// the bytes of files as they are then. Fixes that do not come to an end, break a file or call work done
  /// are mistakes of ours.
  package func fixed(
    allowsUnsafe: Bool, onlyPath: String? = nil,
    wants: @escaping (Finding, Fix, (String) -> [UInt8]?) -> Bool = { _, _, _ in true }
  ) throws(FixFault) -> FixEngine<Inspection>.Outcome {
    let outcome = try guardedFixes(allowsUnsafe: allowsUnsafe, onlyPath: onlyPath, wants: wants)
    let completion = CompletionGuard(
      before: snapshot.workspace, after: outcome.tree.snapshot.workspace,
      paths: Set(outcome.files.map(\.path)))
    if let task = completion.wronglyCompleted(allowsUnsafe: allowsUnsafe) { throw .completes(task: task) }
    return outcome
  }
}
