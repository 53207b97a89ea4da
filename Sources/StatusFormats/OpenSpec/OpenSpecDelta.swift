import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// What a change does to the requirements of one capability.
struct OpenSpecDelta {
  /// What is done to a requirement.
  enum Kind: String, CaseIterable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case removed = "REMOVED"
    case renamed = "RENAMED"

    /// The section with this heading, in lower case.
    init?(heading: String) {
      let kind = Self.allCases.first { heading == "\($0.rawValue.lowercased()) requirements" }
      guard let kind else { return nil }
      self = kind
    }
  }

  let capability: String
  /// The path of its file, from the root.
  let path: String
  /// The file; nil if it was not read.
  let file: PlanFile?
  /// The requirements under each kind of heading, in order; those that are renamed by their old names.
  let changes: [(kind: Kind, requirement: Requirement)]
  /// The old and the new names of those that are renamed.
  let renamings: [(old: String, new: String)]

  /// The new names of those that are renamed.
  var newNames: [String] { renamings.map(\.new) }

  init(_ capability: String, path: String, _ file: PlanFile?) {
    self.capability = capability
    self.path = path
    self.file = file
    var changes: [(kind: Kind, requirement: Requirement)] = []
    var renamings: [(old: String, new: String)] = []
    for section in file.map({ Requirement.sections(of: $0, Kind.init(heading:)) }) ?? [] {
      changes += section.requirements.map { (section.kind, $0) }
      guard let file, section.kind == .renamed else { continue }
      let old = Self.names("FROM:", file, section.range)
      changes += old.map { (.renamed, $0) }
      renamings += zip(old, Self.names("TO:", file, section.range)).map { ($0.name, $1.name) }
    }
    self.changes = changes
    self.renamings = renamings
  }

  /// The requirements of some kinds.
  func requirements(_ kinds: Set<Kind>) -> [Requirement] {
    changes.filter { kinds.contains($0.kind) }.map(\.requirement)
  }

  /// The names in lines such as ``- FROM: `### Requirement: Name` ``.
  private static func names(_ word: StaticString, _ file: PlanFile, _ range: ByteRange) -> [Requirement] {
    let bytes = file.source.bytes
    var found: [Requirement] = []
    var start = range.lower
    while start < range.upper {
      let end = bytes.offset(of: ASCII.lineFeed, from: start, to: range.upper)
      if let name = name(word, bytes, ByteRange(start, end)) {
        found.append(Requirement(name: file.source.text(name), range: name, bodyRange: .zero, file: file))
      }
      start = end + 1
    }
    return found
  }

  private static func name(_ word: StaticString, _ bytes: [UInt8], _ line: ByteRange) -> ByteRange? {
    var place = line.lower
    var end = line.upper
    func skip(_ characters: StaticString) {
      while place < end, ASCII.isOne(bytes[place], of: characters) { place += 1 }
    }
    skip(" \t-*+")
    let isNamed = zip(bytes[place..<end], 0..<word.utf8CodeUnitCount).allSatisfy { $0 == word.utf8Start[$1] }
    guard isNamed, end - place > word.utf8CodeUnitCount else { return nil }
    place += word.utf8CodeUnitCount
    skip(" \t`*#")
    while end > place, ASCII.isWhitespace(bytes[end - 1]) || ASCII.isOne(bytes[end - 1], of: "`*") {
      end -= 1
    }
    return Requirement.name(bytes, ByteRange(place, end))
  }
}
