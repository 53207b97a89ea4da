import StatusSyntax

extension ArtifactClaim {
  /// Reads `[{"type": "research", "path": "…", "summary": "…"}]`; an object with such a member `artifacts` will do.
  /// Nil where it is something else.
  package static func read(_ value: JSONValue) -> [ArtifactClaim]? {
    let list = value.kind == .object ? value["artifacts"] ?? value : value
    guard list.kind == .array else { return nil }
    var claims: [ArtifactClaim] = []
    for element in list.elements {
      guard let claim = ArtifactClaim(element) else { return nil }
      claims.append(claim)
    }
    return claims
  }

  private init?(_ value: JSONValue) {
    guard let type = value["type"]?.string, let path = value["path"]?.string, !type.isEmpty, !path.isEmpty
    else {
      return nil
    }
    let summary = value["summary"]
    guard summary == nil || summary?.kind == .string || summary?.kind == .null else { return nil }
    self.init(type: type, path: path, summary: summary?.string)
  }
}
