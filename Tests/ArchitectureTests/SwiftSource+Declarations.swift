extension SwiftSource {
  /// What a file declares outside of all braces.
  struct TopLevel: Equatable, Sendable {
    /// The types that other files see.
    var types: [String] = []
    /// The types that are extended, their whole names.
    var extended: [String] = []
  }

  /// The module names of the import lines, each with its line from 1; of `import struct A.B` it is A.
  var imports: [(module: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
    var found: [(module: String, line: Int)] = []
    for (index, line) in codeLines.enumerated() {
      let words = line.split(separator: " ").map(String.init)
      guard let keyword = words.firstIndex(of: "import"),
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { continue }
      let rest = words[(keyword + 1)...].drop { kinds.contains($0) }
      if let name = rest.first { found.append((String(name.prefix { $0 != "." }), index + 1)) }
    }
    return found
  }

  /// The types and extensions at the top level of the file.
  var topLevel: TopLevel {
    let typeWords: Set = ["struct", "class", "enum", "actor", "protocol"]
    var found = TopLevel()
    var depth = 0
    let tokens = tokens
    for (index, token) in tokens.enumerated() {
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth -= 1 }
      guard depth == 0, index + 1 < tokens.count else { continue }
      if typeWords.contains(token.text) {
        let modifiers = tokens[..<index].reversed().prefix { Self.modifiers.contains($0.text) }.map(\.text)
        let isHidden = modifiers.contains("private") || modifiers.contains("fileprivate")
        if !isHidden { found.types.append(tokens[index + 1].text) }
      } else if token.text == "extension" {
        let name = tokens[(index + 1)...].prefix {
          $0.text != "where" && ($0.text == "." || $0.text.first?.isLetter == true)
        }
        found.extended.append(name.map(\.text).joined())
      }
    }
    return found
  }

  /// The names of the functions and variables that the file's protocols ask for.
  var requirements: [String] {
    var found: [String] = []
    var depth = 0
    var protocolDepth: Int?
    let tokens = tokens
    for (index, token) in tokens.enumerated() {
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth -= 1 }
      if depth == protocolDepth && token.text == "}" { protocolDepth = nil }
      if token.text == "protocol" { protocolDepth = depth }
      guard let outside = protocolDepth, depth == outside + 1, index + 1 < tokens.count else { continue }
      if token.text == "func" || token.text == "var" { found.append(tokens[index + 1].text) }
    }
    return found
  }

  /// The lines, from 1, of declarations that other modules see and nobody has described. What a type has because a
  /// protocol asks for it is described there; a constant that names a value of its own type says all it has to say,
  /// as the cases of an enumeration do.
  func undocumented(requirements: Set<String>) -> [Int] {
    let types = Set(
      tokens.indices.dropFirst().filter { tokens[$0 - 1].text == "struct" }.map { tokens[$0].text })
    return codeLines.indices.filter { index in
      guard let declared = Self.visibleDeclaration(codeLines[index]) else { return false }
      let words = declared.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      guard words.count > 1 else { return !isDocumented(above: index) }
      if Self.isStandardRequirement(declared) || requirements.contains(words[1]) { return false }
      let isOwnValue =
        words[0] == "let" && codeLines[index].contains(" static ")
        && types.contains { declared.contains(" = \($0)(") }
      return !isOwnValue && !isDocumented(above: index)
    }.map { $0 + 1 }
  }

  /// Whether a declaration, beginning with its keyword, is one that the standard library's protocols ask for.
  static func isStandardRequirement(_ declaration: String) -> Bool {
    let known = [
      "func ==", "func <", "func hash(into", "func encode(to", "func next()", "func makeIterator()",
      "func index(after", "func index(before", "init(from decoder", "init(stringLiteral",
      "init(integerLiteral",
      "init(nilLiteral", "init(arrayLiteral", "init(rawValue", "init?(rawValue", "init?(argument",
      "var description:", "var debugDescription:", "var startIndex:", "var endIndex:", "var rawValue:",
      "subscript(position",
    ]
    return known.contains { declaration.hasPrefix($0) }
  }

  private func isDocumented(above index: Int) -> Bool {
    for line in lines[..<index].reversed() {
      let text = line.drop { $0 == " " }
      // An attribute may stand between the comment and what it is about.
      if text.hasPrefix("@") { continue }
      return text.hasPrefix("///") || text.hasSuffix("*/")
    }
    return false
  }

  /// The declaration that a line of code begins, from its keyword on, where it is visible in other modules.
  private static func visibleDeclaration(_ line: String) -> String? {
    let keywords: Set = [
      "func", "var", "let", "struct", "class", "enum", "actor", "protocol", "typealias", "init", "init?",
      "subscript",
      "associatedtype",
    ]
    var isVisible = false
    var rest = line.drop { $0 == " " }
    while !rest.isEmpty {
      let word = String(rest.prefix { $0 != " " && $0 != "(" })
      if keywords.contains(word) && !(word == "class" && rest.hasPrefix("class func")) {
        return isVisible ? String(rest) : nil
      }
      guard word.hasPrefix("@") || modifiers.contains(word) else { return nil }
      isVisible = isVisible || word == "package" || word == "public" || word == "open"
      rest = rest.dropFirst(word.count)
      if rest.first == "(" { rest = rest.drop { $0 != ")" }.dropFirst() }
      rest = rest.drop { $0 == " " }
    }
    return nil
  }

  private static let accessLevels: Set = ["public", "package", "internal", "fileprivate", "private", "open"]
  private static let modifiers: Set<String> = accessLevels.union([
    "static", "class", "final", "indirect", "mutating", "nonmutating", "consuming", "borrowing",
    "nonisolated",
    "isolated", "override", "lazy", "weak", "unowned", "convenience", "required", "dynamic",
  ])
}
