import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// A change: its name, whether it is archived, its tasks and its deltas.
struct OpenSpecChange {
  /// The path of its directory, from the root.
  let path: String
  /// Its name, without the date of an archived change.
  let name: String
  /// The date at the beginning of the name of an archived change, as written.
  let dateText: String?
  let isArchived: Bool
  /// The lists of tasks, in the order of their paths.
  let lists: [Checklist]
  /// The files with tasks that can be read.
  let taskFiles: [PlanFile]
  /// Whether OpenSpec itself checks the numbers of tasks.
  let hasCheckedNumbers: Bool
  /// What it does to requirements, by capability.
  let deltas: [OpenSpecDelta]
  /// When it was created, as its settings say.
  let created: (text: String, location: Location)?
  /// Whether its settings say that it needs no specs.
  let skipsSpecs: Bool
  /// The file that stands for the directory.
  let file: String

  init(_ path: String, isArchived: Bool, in tree: PlanTree, _ schemas: OpenSpecSchemas) {
    self.path = path
    self.isArchived = isArchived
    let directory = PathText.name(of: path)
    dateText = isArchived ? Self.date(directory) : nil
    name = dateText == nil ? directory : String(directory.dropFirst(11))
    let settings = tree.files["\(path)/.openspec.yaml"]
    let schema = settings?.yaml?.root?["schema"]?.text
    created = settings.flatMap { file in
      file.yaml?.root?["created"].flatMap { value in value.text.map { ($0, file.location(value.range)) } }
    }
    skipsSpecs = settings?.yaml?.root?["skip_specs"]?.text == "true"
    taskFiles = schemas.trackedFiles(of: path, schema: schema).compactMap { tree.files[$0] }
    lists = taskFiles.compactMap { $0.checklist(OpenSpec.dialect) }
    hasCheckedNumbers = schemas.isBuiltIn(schema)
    deltas = tree.paths(below: "\(path)/specs").filter { PathText.name(of: $0) == "spec.md" }.map { delta in
      let capability = PathText.rest(of: PathText.parent(of: delta), below: "\(path)/specs") ?? ""
      return OpenSpecDelta(capability, path: delta, tree.files[delta])
    }
    let names = tree.fileNames(in: path)
    let first =
      ["proposal.md", "tasks.md"].first(where: names.contains) ?? names.first { !$0.hasPrefix(".") }
    file = tree.whole(first.map { "\(path)/\($0)" } ?? tree.paths(below: path).first ?? path)
  }

  /// What findings are about.
  var subject: String { "change \(name)" }

  /// What a command calls it: an archived one by its directory.
  var id: String { isArchived ? "archive/\(PathText.name(of: path))" : name }

  /// The rules for a list of its tasks.
  func rules(for list: Checklist) -> ChecklistRules {
    ChecklistRules(list, OpenSpec.dialect, owner: subject, prefix: name)
  }

  /// The directory, as a place.
  var location: Location { Location(path: file, range: .zero) }

  /// Whether there are tasks, and all of them are done.
  var isDone: Bool {
    !lists.isEmpty && lists.allSatisfy { $0.boxes.isEmpty || $0.isDone } && lists.contains { $0.isDone }
  }

  /// `2026-01-31` at the beginning of `2026-01-31-add-login`.
  private static func date(_ name: String) -> String? {
    let bytes = Array(name.utf8.prefix(11))
    guard bytes.count == 11, name.utf8.count > 11 else { return nil }
    let isDate = bytes.enumerated().allSatisfy { index, byte in
      [4, 7, 10].contains(index) ? byte == UInt8(ascii: "-") : ASCII.isDigit(byte)
    }
    return isDate ? String(decoding: bytes.prefix(10), as: UTF8.self) : nil
  }
}
