import StatusModel
import StatusText

/// What a file of a revision says about tasks or phases. A class, since many revisions have the same.
final class HistoricFile: Sendable {
  /// What it claims; if it cannot be read, what it claimed when it could.
  let claims: ItemClaims
  /// The illegal steps that a project state allows.
  let overrides: [TransitionOverride]
  /// Why it cannot be told what it says; nil if it can.
  let fault: String?
  /// Whether its phases cannot be told from what is missing.
  let isMalformed: Bool
  /// The tasks or phases that a block hides which is never closed: they are there.
  let hiddenTasks: Set<Int>
  /// What a project state says of its task: its `active` is any status before the end.
  let ownStatus: Status?
  /// How far the work on a plan has come.
  let progress: PlanProgress?

  private init(
    claims: ItemClaims, overrides: [TransitionOverride], fault: String?, isMalformed: Bool,
    hiddenTasks: Set<Int>, ownStatus: Status?, progress: PlanProgress?
  ) {
    self.ownStatus = ownStatus
    self.progress = progress
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
  convenience init(_ kind: TrackedFile.Kind, _ source: SourceText, _ profile: Profile) {
    let file = TrackedFile(
      kind: kind, directory: 0, source: source, vocabulary: profile.vocabulary, readsLinks: false)
    self.init(file, file.itemClaims, profile)
  }

  /// The file that was parsed, with the claims that it makes.
  convenience init(_ file: TrackedFile, _ claims: ItemClaims, _ profile: Profile) {
    let state = file.projectState
    self.init(
      claims: claims, overrides: file.transitionOverrides(profile.vocabulary), fault: file.fault,
      isMalformed: file.plan?.isMalformed ?? (file.kind == .plan) || !file.unclosed.isEmpty,
      hiddenTasks: Set(file.taskList?.hidden.tasks ?? []),
      ownStatus: state?.certainStatus ?? (state?.status?.text == "active" ? .inProgress : nil),
      progress: file.plan.flatMap { PlanProgress($0, saying: $0.marker?.status, profile) })
  }

  private convenience init(fault: String) {
    self.init(
      claims: ItemClaims(), overrides: [], fault: fault, isMalformed: true, hiddenTasks: [], ownStatus: nil,
      progress: nil)
  }

  /// The file after `earlier`: what it does not say of a task or phase, because the file or the status cannot be
  /// understood, is as it was.
  func after(_ earlier: HistoricFile) -> HistoricFile {
    if fault != nil {
      return HistoricFile(
        claims: earlier.claims, overrides: earlier.overrides, fault: fault, isMalformed: isMalformed,
        hiddenTasks: earlier.hiddenTasks, ownStatus: earlier.ownStatus, progress: earlier.progress)
    }
    func former(_ element: ItemClaims.Element) -> ItemClaim? {
      guard element.claim.status == nil, let former = earlier.claims[element.item], former.status != nil,
        former.title.mayName(sameAs: element.claim.title)
      else { return nil }
      return former
    }
    guard claims.elements.contains(where: { former($0) != nil }) else { return self }
    let known = claims.mapped { element in
      former(element).map { element.claim.withStatus(of: $0) } ?? element.claim
    }
    return HistoricFile(
      claims: known, overrides: overrides, fault: nil, isMalformed: isMalformed, hiddenTasks: hiddenTasks,
      ownStatus: ownStatus, progress: progress)
  }
}
