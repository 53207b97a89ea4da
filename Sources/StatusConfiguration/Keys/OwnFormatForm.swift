import StatusFormats

/// The form of the formats that a project declares.
enum OwnFormatForm {
  /// Formats by their names.
  static let all = ValueForm.map(.text(.name), format)

  static let example = """
    {"ledger": {"root": "LEDGER.md", "subjects": {"item": {"id": "L-{number}"}}, "statuses": {"open": "todo", \
    "done": "done"}, "claims": [{"in": "table", "files": "LEDGER.md", "of": "item", "says": "status", "id": "Item", \
    "name": "State"}]}}
    """

  private static let format = ValueForm.members([
    .init("title", .text(.words), "The name in messages."),
    .init(
      "root", .several(.text(.rootMark)), isRequired: true,
      "A file or directory that every root has, by its path from there; * is any part of a name."),
    .init("subjects", .map(.text(.name), subject), isRequired: true, "What the claims are about, by kind."),
    .init("statuses", statuses, "The statuses; those in brackets are marks of boxes, besides [ ] and [x]."),
    .init(
      "claims", .list(claim, isNeeded: true), isRequired: true,
      "Where what is said of them; the first is trusted most."),
    .init(
      "relations",
      .list(.word(WordForm("a relation", "relations", DeclaredFormat.allRelations)), isNeeded: true),
      "The rules by which claims are compared; by default all that the claims make possible."),
  ])

  private static let subject = ValueForm.members([
    .init("id", .several(.text(.id)), "The forms of its id; by default {word}."),
    .init(
      "scope", .word(WordForm("a scope", "scopes", SubjectKind.Scope.allCases.map(\.rawValue))),
      "Where an id occurs only once; by default in the root."),
    .init("parent", .text(.name), "The kind of what it is a part of."),
    .init(
      "by", .word(WordForm("a way", "ways", SubjectKind.Parenthood.allCases.map(\.rawValue))),
      "How the parent is found where nothing names it; by default by nesting."),
  ])

  private static let statuses = ValueForm.members([
    .init("open", .several(.text(.words)), "Statuses of what has not begun."),
    .init("active", .several(.text(.words)), "Statuses of what has begun."),
    .init("done", .several(.text(.words)), "Statuses of what is done."),
    .init("closed", .several(.text(.words)), "Statuses of what was given up."),
    .init(
      "spellings", .map(.text(.words), .text(.words)),
      "Other spellings, and the statuses that they are; safe fixes."),
    .init(
      "synonyms", .map(.text(.words), .text(.words)),
      "Other words, and the statuses that they mean; unsafe fixes."),
  ])

  private static let claim = ValueForm.members([
    .init(
      "in", .word(WordForm("a kind of place", "kinds of places", OwnClaimReader.extractors)),
      isRequired: true,
      "What is read."),
    .init(
      "files", .several(.text(.files)), isRequired: true,
      "The files, by their paths from the root; {id} names the subject."),
    .init("of", .text(.name), isRequired: true, "The kind of subjects."),
    .init(
      "says", .word(WordForm("a fact", "facts", ClaimSource.Facet.allCases.map(\.rawValue))),
      isRequired: true,
      "What is said of them."),
    .init("text", .several(.text(.line)), "The text of a heading, or of an item with a box."),
    .init("name", .several(.text(.words)), "The names of a field, or the column of a table."),
    .init("id", .text(.words), "The column, or the key of an element, in which the id is."),
    .init("path", .text(.keys), "The path of keys in YAML or JSON."),
    .init("value", .several(.text(.line)), "How the value is written, or which status a directory means."),
    .init("to", .text(.name), "The kind that is counted, or that is named."),
    .init(
      "from", .word(WordForm("a stage", "stages", ["open", "active", "done"])),
      "From which stage on the file has to be there; by default done."),
    .init("copy", .flag, "Whether it is generated from the others, and follows them."),
  ])
}
