import StatusClaims
import StatusText

/// A format as data: what marks its roots, which subjects it has, where what is said of them stands, and what must agree.
package struct DeclaredFormat: PlanFormat {
  package let name: String
  package let title: String
  package let marks: [String]
  private let parts: @Sendable () -> FormatParts

  /// A format that a project declares.
  package init(name: String, title: String, parts: FormatParts) {
    let names = parts.rootMarks.compactMap(\.firstName)
    self.init(name: name, title: title, marks: names.count == parts.rootMarks.count ? names : []) { parts }
  }

  /// A format with these `marks`. Its parts are made when they are first needed: few repositories use it.
  init(name: String, title: String, marks: [String], parts: @escaping @Sendable () -> FormatParts) {
    self.name = name
    self.title = title
    self.marks = marks
    self.parts = parts
  }

  /// The kinds of subjects, by their names.
  var kinds: [String: SubjectKind] { parts().kinds }
  /// The statuses.
  var statuses: StatusWords { parts().statuses }
  /// Where claims stand; the earlier ones are trusted more.
  var claims: [ClaimSource] { parts().claims }
  /// The rules by which claims are compared.
  var relations: Set<String> { parts().relations }

  /// The rules that compare claims.
  package static let allRelations = [
    "count-mismatch", "dependency-cycle", "duplicate-id", "future-timestamp", "invalid-timestamp",
    "missing-artifact",
    "name-mismatch", "nonstandard-marker", "rollup-mismatch", "stale-pointer", "status-mismatch",
    "unchecked-work",
    "unknown-marker", "unknown-reference", "unmet-dependency",
  ]

  /// What is said of files that cannot be read.
  private static let syntaxRules: Set = [
    "byte-order-mark", "duplicate-json-key", "invalid-json", "invalid-yaml", "unreadable-file",
  ]

  package var rules: Set<String> { relations.union(Self.syntaxRules) }

  package func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let found = parts().rootMarks.contains { mark in Self.finds(mark, in: directory, "", of: files) }
    return found ? [directory] : []
  }

  /// Whether something below `place` of `root` matches `mark`.
  private static func finds(
    _ mark: PlacePattern, in root: String, _ place: String, of files: some PlanFiles
  ) -> Bool {
    let entries = files.entries(of: PathText.joined(root, place)).sorted { $0.name < $1.name }
    if entries.contains(where: { mark.match(PathText.joined(place, $0.name)) != nil }) { return true }
    return entries.contains { entry in
      let inside = PathText.joined(place, entry.name)
      return entry.isDirectory && mark.mayMatch(below: inside) && mayHold(entry.name)
        && finds(mark, in: root, inside, of: files)
    }
  }

  /// Dependencies, products and what version control keeps are not looked into.
  private static func mayHold(_ name: String) -> Bool { !skipped.contains(name) }

  private static let skipped: Set = [".git", "node_modules", "vendor", "target", "venv", "__pycache__"]

  package func descends(into path: String) -> Bool {
    Self.mayHold(PathText.name(of: path)) && claims.contains { claim in claim.mayRead(below: path, kinds) }
  }

  package func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    claims.lazy.compactMap { claim in
      guard let reading = claim.reading, claim.match(path, kinds) != nil else { return nil }
      return path.hasSuffix(".md") ? .tasks(statuses.dialect) : reading
    }.first
  }

  package func knows(_ path: String) -> Bool { claims.contains { $0.match(path, kinds) != nil } }

  /// The claims that find nothing in `tree`, each in a few words: perhaps a pattern is not what was meant.
  package func silentClaims(in tree: PlanTree) -> [String] {
    let found = Set(DeclaredClaims(self, tree).all.map(\.source))
    return claims.enumerated().filter { !found.contains($0.offset) }.map { index, claim in
      "claim \(index + 1) (\(claim.facet.rawValue) of \(claim.kind) in \(claim.files.map(\.text).joined(separator: ", ")))"
    }
  }

  package func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    for (_, file) in tree.files.sorted(by: { $0.key < $1.key }) {
      findings.reportJSONFaults(of: file)
      if claims.contains(where: { $0.readsYAML }) { findings.reportFaults(of: file.yaml) }
    }
    let claims = DeclaredClaims(self, tree)
    StatusRelations(claims).check(into: &findings)
    CountRelations(claims).check(into: &findings)
    ReferenceRelations(claims).check(into: &findings)
    ArtifactRelations(claims, now: tree.now).check(into: &findings)
  }
}
