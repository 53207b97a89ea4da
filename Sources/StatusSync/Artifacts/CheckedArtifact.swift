import StatusEditing
import StatusModel

/// An artifact that exists.
struct CheckedArtifact {
  /// What the caller said about it.
  let claim: ArtifactClaim
  /// Its path from the repository root.
  let path: String

  /// The kind of artifact.
  let kind: ArtifactClaim.Kind

  /// The artifact at `path`, in the tree of `root` or elsewhere. A plan of the tree is a plan, whatever the claim says,
  /// since links to it are read as such; other files are what their type says, or else what their directory says.
  init(claim: ArtifactClaim, path: String, in root: SpecsRoot) {
    self.claim = claim
    self.path = path
    if root.inside(path).map(ArtifactClaim.isPlan) == true {
      kind = .plan
    } else if claim.kind == .other, path.hasSuffix(".md") {
      kind =
        path.contains(text: "/reports/") ? .report : path.contains(text: "/summaries/") ? .summary : .other
    } else {
      kind = claim.kind
    }
  }

  /// The artifacts of `claims` that exist, each path once, and the errors of the others.
  static func check(_ claims: [ArtifactClaim], _ facts: [String: ArtifactFact], in root: SpecsRoot)
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
          artifacts.append(CheckedArtifact(claim: claim, path: path, in: root))
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
