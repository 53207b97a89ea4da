import StatusModel
import StatusText

/// What a file of a revision says about tasks or phases. A class, since many revisions have the same.
final class HistoricFile: Sendable {
  /// What it claims; if it cannot be read, what it claimed when it could.
  let claims: [ItemClaim.Item: ItemClaim]
  /// The illegal steps that a project state allows.
  let overrides: [TransitionOverride]
  /// Why it cannot be told what it says; nil if it can.
  let fault: String?
  /// Whether its phases cannot be told from what is missing.
  let isMalformed: Bool
  /// The tasks or phases that a block hides which is never closed: they are there.
  let hiddenTasks: Set<Int>

  private init(
    claims: [ItemClaim.Item: ItemClaim], overrides: [TransitionOverride], fault: String?, isMalformed: Bool,
    hiddenTasks: Set<Int>
  ) {
    self.claims = claims
    self.overrides = overrides
    self.fault = fault
    self.isMalformed = isMalformed
    self.hiddenTasks = hiddenTasks
  }

  /// What was read, as `parse` understands it.
  static func read(_ content: HistoryReader.Content, _ parse: (SourceText) -> HistoricFile) -> HistoricFile {
    switch content.answer {
    case .object(let object): parse(SourceText(path: content.path, bytes: object.bytes))
    case .tooLarge(let size): HistoricFile(fault: "cannot be read: its \(size) bytes are more than the limit")
    case .missing, .ambiguous: HistoricFile(fault: "cannot be read: it is missing from the git repository")
    }
  }

  /// A file with these bytes.
  convenience init(_ kind: TrackedFile.Kind, _ source: SourceText, _ vocabulary: StatusVocabulary) {
    let file = TrackedFile(
      kind: kind, directory: 0, source: source, vocabulary: vocabulary, readsLinks: false)
    self.init(file, file.itemClaims, vocabulary)
  }

  /// The file that was parsed, with the claims that it makes.
  convenience init(
    _ file: TrackedFile, _ claims: [ItemClaim.Item: ItemClaim], _ vocabulary: StatusVocabulary
  ) {
    self.init(
      claims: claims, overrides: file.transitionOverrides(vocabulary), fault: file.fault,
      isMalformed: file.plan?.isMalformed ?? (file.kind == .plan) || !file.unclosed.isEmpty,
      hiddenTasks: Set(file.taskList?.hidden.tasks ?? []))
  }

  private convenience init(fault: String) {
    self.init(claims: [:], overrides: [], fault: fault, isMalformed: true, hiddenTasks: [])
  }

  /// The file after `earlier`: what it does not say of a task or phase, because the file or the status cannot be
  /// understood, is as it was.
  func after(_ earlier: HistoricFile) -> HistoricFile {
    if fault != nil {
      return HistoricFile(
        claims: earlier.claims, overrides: earlier.overrides, fault: fault, isMalformed: isMalformed,
        hiddenTasks: earlier.hiddenTasks)
    }
    let vague = claims.filter { item, claim in
      claim.status == nil
        && earlier.claims[item].map { $0.status != nil && $0.title.mayName(sameAs: claim.title) } ?? false
    }
    if vague.isEmpty { return self }
    var claims = claims
    for (item, claim) in vague { claims[item] = earlier.claims[item].map { claim.withStatus(of: $0) } }
    return HistoricFile(
      claims: claims, overrides: overrides, fault: nil, isMalformed: isMalformed, hiddenTasks: hiddenTasks)
  }
}
