import StatusClaims
import StatusText

/// Where claims of a root are, as people count lines and columns. Each file is indexed once.
struct ClaimPlaces {
  private let lines: [String: LineIndex]

  init(_ root: PlanRoots.Root) {
    let paths = Set(root.subjects.all.flatMap { $0.claims.map(\.place.location.path) })
    var lines: [String: LineIndex] = [:]
    for path in paths { lines[path] = root.snapshot.file(at: path).map { LineIndex($0.source) } }
    self.lines = lines
  }

  /// The position of a claim; the beginning of its file if only its name or directory says it.
  func position(of claim: PlanClaim) -> TextPosition {
    lines[claim.place.location.path]?.position(at: claim.place.location.range.lower)
      ?? TextPosition(line: 1, column: 1)
  }
}
