/// A JSON Schema (draft 2020-12) with the keywords that our schemas use; any other keyword is a violation itself,
/// so that a schema cannot grow past what is checked.
package struct JSONSchema {
  private let root: JSONValue
  /// The schemas that it refers to, by the names of their files.
  private let others: [String: JSONValue]

  /// The schema `root`.
  package init(_ root: JSONValue, others: [String: JSONValue] = [:]) {
    self.root = root
    self.others = others
  }

  /// What is wrong with `value`, each with its JSON Pointer; empty when it is valid.
  package func violations(in value: JSONValue) -> [String] {
    var found: [String] = []
    check(value, root, at: "", &found)
    return found
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String, _ found: inout [String]) {
    guard case .object(let keywords) = schema else { return found.append("\(path): not a schema") }
    for (keyword, argument) in keywords.sorted(by: { $0.key < $1.key }) {
      switch (keyword, argument) {
      case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _): break
      case ("additionalProperties", .boolean(false)):
        checkNames(value, keywords["properties"], at: path, &found)
      case ("unevaluatedProperties", .boolean(false)):
        checkNames(value, .object(evaluated(by: schema)), at: path, &found)
      case ("additionalProperties", .object):
        for member in Self.others(value, keywords["properties"]) {
          check(member.value, argument, at: "\(path)/\(member.key)", &found)
        }
      case ("propertyNames", _):
        for member in Self.others(value, nil) { check(.string(member.key), argument, at: path, &found) }
      case ("properties", .object(let members)): checkMembers(value, members, at: path, &found)
      case ("items", _): checkItems(value, argument, at: path, &found)
      case ("$ref", .string(let reference)):
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts[0].isEmpty ? self : JSONSchema(others[String(parts[0])] ?? .null, others: others)
        place.check(value, place.resolve(String(parts.last ?? "")), at: path, &found)
      default:
        if let holds = holds(keyword, argument, value) {
          if !holds { found.append("\(path): \(keyword) does not hold for \(value)") }
        } else {
          found.append("\(path): keyword \(keyword) is not known to this check")
        }
      }
    }
  }

  private func checkNames(_ value: JSONValue, _ known: JSONValue?, at path: String, _ found: inout [String]) {
    guard case .object(let members) = value else { return }
    for name in members.keys.sorted() where known?[name] == nil {
      found.append("\(path)/\(name): unexpected")
    }
  }

  /// The members that a schema of this file knows, itself or by the one that it refers to.
  private func evaluated(by schema: JSONValue) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if case .string(let reference)? = schema["$ref"], reference.hasPrefix("#") {
      members = evaluated(by: resolve(String(reference.dropFirst())))
    }
    if case .object(let own)? = schema["properties"] { members.merge(own) { $1 } }
    return members
  }

  /// The members of an object that `known` does not have, by name.
  private static func others(_ value: JSONValue, _ known: JSONValue?) -> [(key: String, value: JSONValue)] {
    guard case .object(let members) = value else { return [] }
    return members.filter { known?[$0.key] == nil }.sorted { $0.key < $1.key }
  }

  private func checkMembers(
    _ value: JSONValue, _ schemas: [String: JSONValue], at path: String, _ found: inout [String]
  ) {
    for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) {
      if let member = value[name] { check(member, schema, at: "\(path)/\(name)", &found) }
    }
  }

  private func checkItems(_ value: JSONValue, _ schema: JSONValue, at path: String, _ found: inout [String]) {
    guard case .array(let elements) = value else { return }
    for (index, element) in elements.enumerated() { check(element, schema, at: "\(path)/\(index)", &found) }
  }

  /// Whether a keyword that looks at nothing but `value` holds; nil for a keyword that is not known.
  private func holds(_ keyword: String, _ argument: JSONValue, _ value: JSONValue) -> Bool? {
    switch (keyword, argument, value) {
    case ("type", .string(let type), _): isOf(type, value)
    case ("type", .array(let types), _):
      types.contains { if case .string(let t) = $0 { isOf(t, value) } else { false } }
    case ("const", _, _): value == argument
    case ("enum", .array(let values), _): values.contains(value)
    case ("anyOf", .array(let schemas), _):
      schemas.contains { schema in
        var found: [String] = []
        check(value, schema, at: "", &found)
        return found.isEmpty
      }
    case ("required", .array(let names), .object(let members)):
      names.allSatisfy { if case .string(let name) = $0 { members[name] != nil } else { false } }
    case ("minimum", .number(let least), .number(let number)): number >= least
    case ("minLength", .number(let least), .string(let text)): Double(text.unicodeScalars.count) >= least
    case ("minItems", .number(let least), .array(let elements)): Double(elements.count) >= least
    case ("pattern", .string(let pattern), .string(let text)):
      (try? Regex(pattern)).map { text.firstMatch(of: $0) != nil } ?? false
    case ("required", _, _), ("minimum", _, _), ("minLength", _, _), ("minItems", _, _), ("pattern", _, _):
      true
    default: nil
    }
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .string): true
    case ("array", .array), ("object", .object): true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  private func resolve(_ pointer: String) -> JSONValue {
    pointer.split(separator: "/").reduce(root) { $0[String($1)] ?? .null }
  }
}
