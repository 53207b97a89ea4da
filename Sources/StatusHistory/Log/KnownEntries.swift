import StatusModel
import StatusText

/// What a registry says of its open and its closed tasks, by the text of their entries: the next version has nearly all of
/// them as they are, and only the others are read.
///
/// Entries that are known are cut out, and the rest is read with a bare entry in the place of each row of them. If that is
/// found to be an entry, the known ones are entries there, too, for JSON has no context that reaches into them.
struct KnownEntries: KnownParts {
  private struct Entry {
    let text: [UInt8]
    let list: List
    let item: ItemClaim.Item
    let claim: ItemClaim
  }

  /// Among which tasks an entry is.
  private enum List {
    case open
    /// With `takesStatus`, the list tells the status.
    case closed(takesStatus: Bool)

    /// An entry of which nothing is claimed, and which can be found.
    var bare: [UInt8] {
      switch self {
      case .open: Array("{}".utf8)
      case .closed: Array(#"{"project_number":0}"#.utf8)
      }
    }
  }

  /// The entries, in the order in which they were in the file.
  private var entries: [Entry] = []
  private let kind: TrackedFile.Kind
  private let profile: Profile

  /// So many entries that are known may be missing before the rest is read as it is.
  private static let mostMissing = 16

  /// No entry yet of a registry: that of the tree, or that of its archive.
  init(_ kind: TrackedFile.Kind, _ profile: Profile) {
    self.kind = kind
    self.profile = profile
  }

  /// The file that `source` is, whose entries are known then.
  mutating func file(_ source: SourceText) -> HistoricFile {
    if let file = shortFile(source) { return file }
    let file = read(source)
    let claims = file.itemClaims
    entries = Self.inOrder(Self.entries(of: file, claims))
    return HistoricFile(file, claims, profile)
  }

  private func read(_ source: SourceText) -> TrackedFile {
    TrackedFile(kind: kind, directory: 0, source: source, vocabulary: profile.vocabulary, readsLinks: false)
  }

  /// The entries that make `claims`, and where they begin.
  private static func entries(of file: TrackedFile, _ claims: ItemClaims) -> [(offset: Int, entry: Entry)] {
    let open = (file.registry?.entries ?? []).map { ($0.number, $0.range, List.open) }
    let closed = (file.registry?.closed ?? []).map { task in
      (Optional(task.number), task.record, List.closed(takesStatus: task.statusRange == nil))
    }
    var seen: Set<Int> = []
    return (open + closed).compactMap { number, range, list in
      // Of two entries for one task, the first makes the claim.
      guard let number, seen.insert(number).inserted, let claim = claims[.task(number)] else { return nil }
      let text = Array(file.source.bytes[range.indices])
      return (range.lower, Entry(text: text, list: list, item: .task(number), claim: claim))
    }
  }

  private static func inOrder(_ entries: [(offset: Int, entry: Entry)]) -> [Entry] {
    entries.sorted { $0.offset < $1.offset }.map(\.entry)
  }

  /// The file, read without the entries that are known; nil if it has to be read whole.
  private mutating func shortFile(_ source: SourceText) -> HistoricFile? {
    let (text, cuts) = cut(source.bytes)
    guard !cuts.isEmpty else { return nil }
    let file = read(SourceText(path: source.path, bytes: text))
    guard file.fault == nil, let registry = file.registry, Self.are(cuts, in: registry) else { return nil }
    let own = ItemClaims(firstOf: file.itemClaims.elements.filter { $0.item != .task(0) })
    let all = own.elements + cuts.map { ($0.entry.item, $0.entry.claim) }
    let claims = ItemClaims(firstOf: all)
    guard claims.elements.count == all.count else { return nil }
    entries = Self.inOrder(Self.entries(of: file, own) + cuts)
    return HistoricFile(file, claims, profile)
  }

  /// Whether the bare entries in the place of `cuts` are entries of their lists, and no other has their number.
  private static func are(_ cuts: [(offset: Int, entry: Entry)], in registry: StateFile) -> Bool {
    let open = Set(registry.entries.lazy.filter { $0.number == nil }.map(\.range.lower))
    let closed = registry.closed.filter { $0.number == 0 }
    let statuses = Dictionary(
      closed.map { ($0.record.lower, $0.status) }, uniquingKeysWith: { first, _ in first })
    var places: Set<Int> = []
    for (offset, entry) in cuts {
      switch entry.list {
      case .open:
        guard open.contains(offset) else { return false }
      case .closed(let takesStatus):
        guard let status = statuses[offset], !takesStatus || status == entry.claim.status else {
          return false
        }
        places.insert(offset)
      }
    }
    return places.count == closed.count && !registry.entries.contains { $0.number == 0 }
  }

  /// `bytes` without the entries that are known, and where these were.
  private func cut(_ bytes: [UInt8]) -> (text: [UInt8], cuts: [(offset: Int, entry: Entry)]) {
    var text: [UInt8] = []
    var cuts: [(offset: Int, entry: Entry)] = []
    var taken = 0
    var missing = 0
    for entry in entries {
      guard let start = Self.place(of: entry.text, in: bytes, from: taken) else {
        missing += 1
        if missing > Self.mostMissing { break }
        continue
      }
      if let last = cuts.last, Self.isComma(bytes[taken..<start]) {
        cuts.append((last.offset, entry))
      } else {
        text += bytes[taken..<start]
        cuts.append((text.count, entry))
        text += entry.list.bare
      }
      taken = start + entry.text.count
    }
    text += bytes[taken...]
    return (text, cuts)
  }

  /// Whether there is nothing but a comma between two elements.
  private static func isComma(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop(while: ASCII.isWhitespace)
    return rest.first == UInt8(ascii: ",") && rest.dropFirst().allSatisfy(ASCII.isWhitespace)
  }

  private static func place(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + text.count <= bytes.count {
      offset = bytes.offset(of: UInt8(ascii: "{"), from: offset, to: bytes.count)
      if bytes.has(text, at: offset) { return offset }
      offset += 1
    }
    return nil
  }
}
