import StatusClaims
import StatusText

/// What the roots of one `.planning` share: its code, its archive, and the numbers that they know.
struct GSDShared {
  private(set) var code: String?
  private(set) var numbers: Set<GSDNumber> = []
  private(set) var requirements: Set<String> = []

  init(_ tree: PlanTree) {
    let base = GSD.planning(of: tree.root)
    let prefix = base == tree.root ? "" : PlanTree.outside(base) + "/"
    code = tree.files[prefix + "config.json"]?.json?["project_code"]?.string
    for (path, file) in tree.files.sorted(by: { $0.key < $1.key }) where path != "ROADMAP.md" {
      let name = PathText.name(of: path)
      if name.hasSuffix("ROADMAP.md") {
        let roadmap = RoadmapReader.read(file, code: code)
        numbers.formUnion(roadmap.numbers)
        numbers.formUnion(roadmap.milestones.flatMap(\.phases.numbers))
      } else if name == "MILESTONES.md" {
        addNumbers(in: file)
      } else if name.hasSuffix("-REQUIREMENTS.md") {
        requirements.formUnion(Requirements(file, code: code).ids)
      }
    }
    for milestones in Set(["milestones", prefix + "milestones"]) {
      for directory in tree.directories(in: milestones) where directory.hasSuffix("-phases") {
        let path = PathText.joined(milestones, directory)
        numbers.formUnion(
          tree.directories(in: path).compactMap { PhaseDirectory.parse($0, code: code)?.number })
      }
    }
  }

  /// The phases that MILESTONES.md says were completed: `**Phases completed:** 1-9`.
  private mutating func addNumbers(in file: PlanFile) {
    for line in OpenLines(file).ranges {
      numbers.formUnion(PhaseList.mentions(in: file.source, line, code: code).numbers)
      if let field = GSDField(file.source, line), field.name.hasPrefix("phases") {
        numbers.formUnion(PhaseList(cell: field.value, in: file.source, code: code).numbers)
      }
    }
  }
}
