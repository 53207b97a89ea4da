import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of one delta of an active change: whether `openspec archive` could apply it.
struct DeltaRules {
  private let delta: OpenSpecDelta
  private let change: OpenSpecChange
  private let project: OpenSpecProject
  /// The requirements of the capability as they are; nil without a spec.
  private let spec: [Requirement]?

  init(_ delta: OpenSpecDelta, of change: OpenSpecChange, in project: OpenSpecProject) {
    self.delta = delta
    self.change = change
    self.project = project
    spec = project.specs[delta.capability]
  }

  func check(into findings: inout ClaimFindings) {
    for (kind, requirement) in delta.changes {
      switch kind {
      case .added: checkAdded(requirement, into: &findings)
      case .modified, .renamed: checkReference(kind, requirement, into: &findings)
      case .removed: checkRemoved(requirement, into: &findings)
      }
    }
  }

  private func subject(_ requirement: Requirement) -> String {
    "requirement \(delta.capability)/\(requirement.name)"
  }

  /// Equal text is a requirement that was copied into the spec early.
  private func checkAdded(_ requirement: Requirement, into findings: inout ClaimFindings) {
    guard let known = spec?.first(where: { $0.name == requirement.name }), known.body != requirement.body
    else { return }
    if delta.requirements([.removed, .renamed]).contains(where: { $0.name == requirement.name }) { return }
    findings.report(
      "duplicate-id", .error, subject(requirement),
      .exists(requirement.name, project.specPath(delta.capability)),
      at: requirement.file.location(requirement.range),
      claims: [Claim(known.file.location(known.range), "the spec has it here")],
      help: "move it to MODIFIED, or give it another name; `openspec archive` refuses it")
  }

  private func checkReference(
    _ kind: OpenSpecDelta.Kind, _ requirement: Requirement, into findings: inout ClaimFindings
  ) {
    if spec?.contains(where: { $0.name == requirement.name }) ?? false || isComing(requirement.name) {
      return
    }
    // A renaming that the spec has already.
    if kind == .renamed, let new = delta.renamings.first(where: { $0.old == requirement.name })?.new,
      spec?.contains(where: { $0.name == new }) ?? false
    {
      return
    }
    let folded = requirement.folded
    let near = spec?.first { $0.folded == folded }
    let message: String =
      spec == nil
      ? .noSpec(kind.rawValue, requirement.name, delta.capability)
      : .unknown(kind.rawValue, requirement.name, project.specPath(delta.capability))
    report(requirement, message, near, into: &findings)
  }

  /// A target that is gone already is not a mistake.
  private func checkRemoved(_ requirement: Requirement, into findings: inout ClaimFindings) {
    let folded = requirement.folded
    guard let spec, !spec.contains(where: { $0.name == requirement.name }), !isComing(requirement.name),
      let near = spec.first(where: { $0.folded == folded })
    else { return }
    report(
      requirement, .unknown("REMOVED", requirement.name, project.specPath(delta.capability)), near,
      into: &findings)
  }

  private func report(
    _ requirement: Requirement, _ message: String, _ near: Requirement?, into findings: inout ClaimFindings
  ) {
    let location = requirement.file.location(requirement.range)
    findings.report(
      "unknown-reference", .error, subject(requirement), message, at: location,
      claims: near.map { [Claim($0.file.location($0.range), "the spec writes \"\($0.name)\"")] } ?? [],
      missingFrom: near == nil ? [project.specPath(delta.capability)] : [],
      help: near.map { "write \"\($0.name)\"; `openspec archive` refuses the other spelling" }
        ?? "correct the name, or move it to ADDED; `openspec archive` refuses it",
      fix: near.map { Fix(.unsafe, "replace with \"\($0.name)\"", at: location, with: $0.name) })
  }

  /// Whether the same delta adds the requirement or renames another one to it, or another active change does.
  private func isComing(_ name: String) -> Bool {
    project.active.contains { other in
      other.deltas.contains { candidate in
        candidate.capability == delta.capability
          && (candidate.newNames.contains(name)
            || candidate.requirements([.added]).contains { $0.name == name })
      }
    }
  }
}

extension String {
  fileprivate static func exists(_ name: String, _ path: String) -> String {
    "ADDED \"\(name)\" is in \(path) already, with other text"
  }
  fileprivate static func unknown(_ kind: String, _ name: String, _ path: String) -> String {
    "\(kind) \"\(name)\" is not a requirement of \(path)"
  }
  fileprivate static func noSpec(_ kind: String, _ name: String, _ capability: String) -> String {
    "\(kind) \"\(name)\" is a requirement of \"\(capability)\", which has no spec"
  }
}
