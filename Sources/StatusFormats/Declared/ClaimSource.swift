import StatusClaims
import StatusText

/// A place of claims: which files, what in them, and what it says of which subjects.
package struct ClaimSource: Sendable {
  /// What a claim is about.
  package enum Facet: String, Sendable, CaseIterable {
    /// How far it is.
    case status
    /// A box of work below it.
    case work
    /// A number of subjects.
    case count
    /// A file that proves it.
    case exists
    /// What it waits for, names, or is a part of.
    case depends, refers, parent
    /// The subject that is being worked on.
    case pointer
    case date, title
  }

  /// How claims are found in a file.
  package enum Extractor: Sendable {
    /// The box and the text of an item of a list.
    case checkbox([TextPattern])
    /// The text of a heading.
    case heading([TextPattern])
    /// The value of a line with one of these names.
    case field([String])
    /// The cell of a column; the id is in another one.
    case table(id: String, column: String)
    /// A scalar at a path of keys; the id is a key, or at another path in the same element.
    case yaml(DataPath), json(DataPath)
    /// The file itself.
    case file
    /// The directory of the file, which means this status.
    case directory(String)
  }

  /// The files.
  let files: [PlacePattern]
  /// How claims are found in them.
  let extractor: Extractor
  /// The kind of the subjects; the kind of what a pointer points at.
  let kind: String
  /// What is said of them.
  let facet: Facet
  /// How a value is written, if not all of it is the value.
  let values: [TextPattern]
  /// The kind that is counted, or that is referred to.
  let other: String
  /// From which stage on the file has to be there.
  let neededFrom: Vocabulary.Stage
  /// Whether it is a copy of what the others say, which follows them.
  let isCopy: Bool

  /// Claims of `facet` about subjects of `kind`; `other` is the kind that is counted or referred to, by default the same.
  package init(
    _ extractor: Extractor, in files: [PlacePattern], of kind: String, _ facet: Facet,
    values: [TextPattern] = [],
    other: String? = nil, neededFrom: Vocabulary.Stage = .done, isCopy: Bool = false
  ) {
    self.files = files
    self.extractor = extractor
    self.kind = kind
    self.facet = facet
    self.values = values
    self.other = other ?? kind
    self.neededFrom = neededFrom
    self.isCopy = isCopy
  }

  /// How the files are parsed; nil if their names are enough.
  var reading: PlanFile.Reading? {
    switch extractor {
    case .checkbox, .heading, .field, .table: .markdown
    case .yaml: .yaml
    case .json: .json
    case .file, .directory: nil
    }
  }

  var readsYAML: Bool { if case .yaml = extractor { true } else { false } }

  /// The forms of ids in names and texts.
  func ids(_ kinds: [String: SubjectKind]) -> TextPattern.Ids {
    TextPattern.Ids(own: kinds[kind]?.ids ?? [], parent: kinds[kind]?.parent.flatMap { kinds[$0]?.ids } ?? [])
  }

  /// What the name of the file at `path` says; nil if it is not one of these.
  func match(_ path: String, _ kinds: [String: SubjectKind]) -> [TextPattern.Placeholder: String]? {
    files.lazy.compactMap { $0.match(path, ids(kinds)) }.first
  }

  /// Whether files below the directory at `path` may be some of these.
  func mayRead(below path: String, _ kinds: [String: SubjectKind]) -> Bool {
    files.contains { $0.mayMatch(below: path, ids(kinds)) }
  }
}
