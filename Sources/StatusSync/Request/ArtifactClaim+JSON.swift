import StatusSyntax

extension ArtifactClaim {
  /// Reads `[{"type": "research", "path": "…", "summary": "…"}]`, or an object with such a list as `artifacts`.
  package static func read(_ value: JSONValue) throws(InputFault) -> [ArtifactClaim] {
    let name = "artifacts"
    var list = value
    if value.kind == .object {
      guard let member = value[name] else { throw .missing(name, in: value) }
      list = member
    }
    guard list.kind == .array else { throw .kind(name, list, "a list") }
    var claims: [ArtifactClaim] = []
    for element in list.elements {
      claims.append(try ArtifactClaim(element, "\(name)[\(claims.count)]"))
    }
    return claims
  }

  private init(_ value: JSONValue, _ name: String) throws(InputFault) {
    guard value.kind == .object else {
      throw .kind(name, value, "an object with \"type\" and \"path\"")
    }
    let type = try Self.word("type", of: value, name)
    let path = try Self.word("path", of: value, name)
    let summary = value["summary"]
    if let summary, summary.kind != .string, summary.kind != .null {
      throw .kind("\(name).summary", summary, "a string")
    }
    self.init(type: type, path: path, summary: summary?.string)
  }

  private static func word(_ key: String, of value: JSONValue, _ name: String) throws(InputFault) -> String {
    guard let member = value[key] else { throw .missing("\(name).\(key)", in: value) }
    guard let text = member.string else { throw .kind("\(name).\(key)", member, "a string") }
    if text.isEmpty { throw InputFault("\(name).\(key)", "is empty", at: member) }
    return text
  }
}
