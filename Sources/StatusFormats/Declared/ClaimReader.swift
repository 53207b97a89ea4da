import StatusClaims
import StatusDiagnostics
import StatusText

/// Reads the claims of a root, file by file.
struct ClaimReader {
  private let format: DeclaredFormat
  private let tree: PlanTree
  private let dialect: CheckboxDialect
  /// What was read.
  private(set) var claims: [DeclaredClaim] = []
  /// What subjects are parts of, as far as their places tell.
  private(set) var parents: [Subject: Subject] = [:]

  /// What the name of a file says of the subjects in it.
  struct Place {
    let path: String
    let ids: [TextPattern.Placeholder: String]
  }

  /// A reader of `tree`.
  init(_ format: DeclaredFormat, _ tree: PlanTree) {
    self.format = format
    self.tree = tree
    dialect = format.statuses.dialect
  }

  /// Reads every file.
  mutating func read() {
    for path in tree.paths(below: "") {
      let sources = format.claims.indices.compactMap { index in
        format.claims[index].match(path, format.kinds).map { (index, Place(path: path, ids: $0)) }
      }
      if !sources.isEmpty { read(path, sources) }
    }
  }

  private mutating func read(_ path: String, _ sources: [(index: Int, place: Place)]) {
    let file = tree.files[path]
    lazy var yaml = file?.yaml?.root
    var markdown = file.flatMap { file in
      file.outline.flatMap { outline in
        file.checklist(dialect).map { MarkdownPlaces(file.source, $0, outline) }
      }
    }
    // Headings and boxes first: fields belong to the subjects that these name.
    let isNamed = { [format] (index: Int) in
      switch format.claims[index].extractor {
      case .heading: 0
      case .checkbox: 1
      default: 2
      }
    }
    for (index, place) in sources.sorted(by: { (isNamed($0.index), $0.index) < (isNamed($1.index), $1.index) }
    ) {
      switch format.claims[index].extractor {
      case .file, .directory: addFile(index, place)
      case .yaml(let path):
        if let root = yaml { addData(index, place, path, DataValue.yaml(root)) }
      case .json(let path):
        if let root = file?.json { addData(index, place, path, DataValue.json(root)) }
      case .heading(let patterns): readHeadings(index, place, patterns, &markdown)
      case .checkbox(let patterns): readBoxes(index, place, patterns, &markdown)
      case .field(let names): readFields(index, place, names, markdown)
      case .table(let id, let column): readTables(index, place, id, column, markdown)
      }
    }
  }

  // MARK: Subjects

  /// The subject of that kind and id in the file at `place`.
  private func subject(_ kind: String, _ id: String, _ place: Place) -> Subject {
    let scope =
      switch format.kinds[kind]?.scope ?? .root {
      case .root: ""
      case .directory: PathText.parent(of: place.path)
      case .file: place.path
      }
    return Subject(kind: kind, id: id, scope: scope)
  }

  /// The subject of a claim of that source: `id` if it is named there, or what the file is named after.
  private mutating func subject(_ source: Int, _ id: String?, parent: String? = nil, _ place: Place)
    -> Subject?
  {
    let kind = format.claims[source].kind
    guard let id = id ?? place.ids[.id] else { return nil }
    let subject = subject(kind, id, place)
    if let parent = parent ?? place.ids[.parent], let parentKind = format.kinds[kind]?.parent {
      parents[subject] = self.subject(parentKind, parent, place)
    }
    return subject
  }

  /// Keeps what a place tells of the subject around another one.
  private mutating func nest(_ subject: Subject?, in places: MarkdownPlaces, at offset: Int, box: Int? = nil)
  {
    guard let subject, parents[subject] == nil, let kind = format.kinds[subject.kind],
      kind.parenthood == .nesting,
      let parent = kind.parent, let around = places.subject(parent, around: offset, box: box),
      around != subject
    else { return }
    parents[subject] = around
  }

  // MARK: Files and data

  private mutating func addFile(_ source: Int, _ place: Place) {
    guard let subject = subject(source, nil, place) else { return }
    var claim = DeclaredClaim(
      source: source, subject: subject, location: Location(path: tree.whole(place.path), range: .zero))
    if case .directory(let status) = format.claims[source].extractor {
      claim.stage = format.statuses.text.word(status)?.stage
    }
    claims.append(claim)
  }

  private mutating func addData(_ source: Int, _ place: Place, _ path: DataPath, _ root: DataValue) {
    for found in root.values(at: path) {
      let id = found.id.flatMap { format.kinds[format.claims[source].kind]?.id($0) ?? $0 }
      let subject = subject(source, id, place)
      for value in found.value.scalars { add(source, subject, place, value) }
    }
  }

  // MARK: Markdown

  private mutating func readHeadings(
    _ source: Int, _ place: Place, _ patterns: [TextPattern], _ markdown: inout MarkdownPlaces?
  ) {
    guard var places = markdown else { return }
    let ids = format.claims[source].ids(format.kinds)
    for (index, heading) in places.list.headings.enumerated() {
      guard let match = patterns.lazy.compactMap({ $0.match(places.source.bytes, heading.text, ids) }).first,
        let subject = subject(source, match.ids[.id], parent: match.ids[.parent], place)
      else { continue }
      nest(subject, in: places, at: heading.text.lower)
      places.name(subject, heading: index)
      add(source, subject, place, match, in: places.source, heading.text)
    }
    markdown = places
  }

  private mutating func readBoxes(
    _ source: Int, _ place: Place, _ patterns: [TextPattern], _ markdown: inout MarkdownPlaces?
  ) {
    guard var places = markdown else { return }
    let ids = format.claims[source].ids(format.kinds)
    for (index, box) in places.list.boxes.enumerated() {
      let text = ByteRange(box.range.upper, box.title.upper)
      let match = patterns.lazy.compactMap { $0.match(places.source.bytes, text, ids) }.first
      if format.claims[source].facet == .work {
        addWork(source, place, box, index, places)
      } else if let match, let subject = subject(source, match.ids[.id], parent: match.ids[.parent], place) {
        nest(subject, in: places, at: box.range.lower, box: index)
        places.name(subject, box: index)
        if format.claims[source].facet == .status {
          add(source, subject, box, places)
        } else {
          add(source, subject, place, match, in: places.source, text)
        }
      }
    }
    markdown = places
  }

  private mutating func addWork(
    _ source: Int, _ place: Place, _ box: Checklist.Box, _ index: Int, _ places: MarkdownPlaces
  ) {
    let around = places.subject(format.claims[source].kind, around: box.range.lower, box: index)
    if let subject = around ?? subject(source, nil, place) { add(source, subject, box, places) }
  }

  private mutating func add(_ source: Int, _ subject: Subject, _ box: Checklist.Box, _ places: MarkdownPlaces)
  {
    let written = PlacedText(places.source, box.range)
    var claim = DeclaredClaim(source: source, subject: subject, location: written.location, written: written)
    claim.box = box
    claim.stage = format.statuses.stage(of: box, written.text)
    claims.append(claim)
  }

  private mutating func readFields(
    _ source: Int, _ place: Place, _ names: [String], _ markdown: MarkdownPlaces?
  ) {
    guard let places = markdown else { return }
    let folded = names.map { Array($0.lowercased().utf8) }
    for field in places.fields where !field.value.isEmpty {
      guard folded.contains(places.source.bytes[field.name.indices].map(ASCII.lowercased)) else { continue }
      let around = places.subject(format.claims[source].kind, around: field.name.lower)
      let subject = around ?? subject(source, nil, place)
      add(source, subject, place, PlacedText(places.source, field.value))
    }
  }

  private mutating func readTables(
    _ source: Int, _ place: Place, _ idColumn: String, _ column: String, _ markdown: MarkdownPlaces?
  ) {
    guard let places = markdown else { return }
    for row in places.rows(idColumn, column) {
      guard let id = format.kinds[format.claims[source].kind]?.id(places.source.text(row.id)) else {
        continue
      }
      let subject = subject(source, id, place)
      nest(subject, in: places, at: row.id.lower)
      add(source, subject, place, PlacedText(places.source, row.value))
    }
  }

  // MARK: Claims

  /// Adds the claim of a text that names its subject; its value is what a placeholder stands for, if there is one.
  private mutating func add(
    _ source: Int, _ subject: Subject, _ place: Place, _ match: TextPattern.Match, in text: SourceText,
    _ range: ByteRange
  ) {
    let placeholder: TextPattern.Placeholder =
      switch format.claims[source].facet {
      case .status: .status
      case .title: .title
      default: .value
      }
    if let value = match.ranges[placeholder] {
      add(source, subject, place, PlacedText(text, value))
    } else if format.claims[source].facet == .count, !match.numbers.isEmpty {
      var claim = DeclaredClaim(
        source: source, subject: subject, location: Location(path: text.path, range: range))
      claim.numbers = match.numbers.mapValues { PlacedText(text, $0) }
      claims.append(claim)
    } else {
      claims.append(
        DeclaredClaim(source: source, subject: subject, location: Location(path: text.path, range: range)))
    }
  }

  /// Adds the claim of a value.
  private mutating func add(_ source: Int, _ subject: Subject?, _ place: Place, _ written: PlacedText) {
    let declared = format.claims[source]
    guard subject != nil || declared.facet == .pointer || declared.facet == .count else { return }
    let bytes = Array(written.text.utf8)
    let ids = TextPattern.Ids(own: format.kinds[declared.other]?.ids ?? [])
    let whole = ByteRange(0, bytes.count)
    let match = declared.values.lazy.compactMap { $0.match(bytes, whole, ids) }.first
    if !declared.values.isEmpty, match == nil { return }
    let part = match.flatMap { $0.ranges[.status] ?? $0.ranges[.title] ?? $0.ranges[.value] }
    let value = written.part(part ?? bytes.trimmed(whole, of: " \t*`"))
    var claim = DeclaredClaim(source: source, subject: subject, location: value.location, written: value)
    switch declared.facet {
    case .status:
      let reading = format.statuses.text.read(value.text)
      claim.reading = reading
      claim.stage = reading.stage
    case .count: claim.numbers = match?.numbers.mapValues(written.part) ?? [:]
    case .depends, .refers, .parent, .pointer:
      claim.references = references(declared.other, match, written, place)
    case .work, .exists, .date, .title: break
    }
    claims.append(claim)
  }

  /// The subjects that a value names: what its placeholder stands for, or every id in it.
  private func references(
    _ kind: String, _ match: TextPattern.Match?, _ written: PlacedText, _ place: Place
  ) -> [DeclaredClaim.Reference] {
    if let id = match?.ids[.id], let range = match?.ranges[.id] {
      return [.init(subject: subject(kind, id, place), place: written.part(range))]
    }
    guard let other = format.kinds[kind] else { return [] }
    let bytes = Array(written.text.utf8)
    return other.mentions(in: bytes).map { range in
      let id = String(decoding: bytes[range.indices], as: UTF8.self)
      return .init(subject: subject(kind, other.id(id) ?? id, place), place: written.part(range))
    }
  }
}

extension TextPattern.Match {
  /// What stands for numbers that count something.
  fileprivate var numbers: [TextPattern.Placeholder: ByteRange] {
    ranges.filter { [.done, .open, .total, .percent].contains($0.key) }
  }
}
