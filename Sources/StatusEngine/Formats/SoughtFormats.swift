import StatusClaims
import StatusFormats

/// The formats of which roots are looked for, and the names that tell whether a directory can hold one.
package struct SoughtFormats: Sendable {
  private let formats: [any PlanFormat]
  /// What all of these look for.
  private let marks: Set<String>
  /// Those that look into every directory.
  private let unmarked: [any PlanFormat]

  /// All formats of `known`, or the one of that name.
  package init(_ known: [any PlanFormat] = PlanFormats.all, only name: String? = nil) {
    formats = known.filter { name == nil || $0.name == name }
    marks = formats.reduce(into: []) { $0.formUnion($1.marks) }
    unmarked = formats.filter { $0.marks.isEmpty }
  }

  /// Those of which a directory with `entries` can hold roots.
  func formats(among entries: [PlanEntry]) -> [any PlanFormat] {
    let found = Set(entries.lazy.map(\.name).filter(marks.contains))
    if found.isEmpty { return unmarked }
    return formats.filter { $0.marks.isEmpty || $0.marks.contains(where: found.contains) }
  }
}
