/// An artifact that exists.
struct CheckedArtifact {
  /// What the caller said about it.
  let claim: ArtifactClaim
  /// Its path from the repository root.
  let path: String

  /// The kind of artifact: from its type, or for other types, from the directory that it is in.
  var kind: ArtifactClaim.Kind {
    if claim.kind != .other { return claim.kind }
    guard path.hasSuffix(".md") else { return .other }
    if path.contains("/reports/") { return .report }
    if path.contains("/summaries/") { return .summary }
    return path.contains("/plans/") ? .plan : .other
  }

  /// The artifacts of `claims` that exist, each path once, and the errors of the others.
  static func check(_ claims: [ArtifactClaim], _ facts: [String: ArtifactFact])
    -> (artifacts: [CheckedArtifact], errors: [SyncError])
  {
    var artifacts: [CheckedArtifact] = []
    var errors: [SyncError] = []
    for claim in claims {
      switch facts[claim.path] ?? .missing {
      case .file(let path, let size):
        if size == 0 {
          errors.append(.emptyArtifact(claim.path))
        } else if !artifacts.contains(where: { $0.path == path }) {
          artifacts.append(CheckedArtifact(claim: claim, path: path))
        }
      case .directory: errors.append(.directoryArtifact(claim.path))
      case .special(let kind): errors.append(.specialArtifact(claim.path, kind))
      case .unlinkable(let shown): errors.append(.unlinkableArtifact(shown))
      case .missing: errors.append(.missingArtifact(claim.path))
      case .outside: errors.append(.outsideArtifact(claim.path))
      }
    }
    return (artifacts, errors)
  }
}
