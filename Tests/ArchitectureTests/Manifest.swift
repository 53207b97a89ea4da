/// The targets of Package.swift with what they depend on, read from its text: asking the package manager would take
/// longer than all other tests here.
struct Manifest: Sendable {
  /// A target as it is declared.
  struct Target: Equatable, Sendable {
    /// Its name.
    let name: String
    /// The targets and products that it names.
    let dependencies: [String]
  }

  /// All targets, in the order of the file.
  let targets: [Target]

  /// Reads the text of Package.swift.
  init(_ text: String) {
    guard let list = text.firstRange(of: "  targets: [\n") else {
      targets = []
      return
    }
    let body = text[list.upperBound...]
    var found: [Target] = []
    for start in Self.starts(in: body) {
      found += Self.target(Self.balanced(body[start...]))
    }
    targets = found
  }

  private static let openings = [
    "module(", "tests(", ".target(", ".executableTarget(", ".testTarget(", ".systemLibrary(", ".macro(",
    ".plugin(",
  ]

  /// Where declarations begin: at the first sign of a line of four blanks.
  private static func starts(in body: Substring) -> [String.Index] {
    body.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("    "), !line.hasPrefix("     ") else { return nil }
      let text = line.dropFirst(4)
      return openings.contains { text.hasPrefix($0) } ? text.startIndex : nil
    }
  }

  /// `text` up to the parenthesis that closes its first.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if text[index] == ")" && depth == 0 { return text[...index] }
    }
    return text
  }

  private static func target(_ declaration: Substring) -> [Target] {
    // Where a product, a library or the files come from, and files that are not sources.
    let origins: Set = ["package:", "path:", "pkgConfig:", "exclude:"]
    var names: [String] = []
    var rest = declaration
    while let quote = rest.firstIndex(of: "\"") {
      let label = rest[..<quote].split { " (,[\n".contains($0) }.last.map(String.init) ?? ""
      let text = rest[rest.index(after: quote)...]
      guard let end = text.firstIndex(of: "\"") else { break }
      if label == "of:" { names.append("\(text[..<end])Tests") }
      if !origins.contains(label) { names.append(String(text[..<end])) }
      rest = text[text.index(after: end)...]
    }
    guard let name = names.first else { return [] }
    let isSystem = declaration.hasPrefix(".systemLibrary(")
    return [Target(name: name, dependencies: isSystem ? [] : Array(names.dropFirst()))]
  }
}
