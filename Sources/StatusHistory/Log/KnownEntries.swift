import StatusModel
import StatusText

/// What the open tasks of a state.json say, by the text of their entries: the next version has nearly all of them as they
/// are, and only the others are read.
///
/// Entries that are known are cut out, and the rest is read with an empty object in the place of each row of them. If that
/// object is found to be an entry, the known ones are entries there, too, for JSON has no context that reaches into them.
struct KnownEntries: KnownParts {
  private struct Entry {
    let text: [UInt8]
    let item: ItemClaim.Item
    let claim: ItemClaim
  }

  private var entries: [Entry] = []
  private let profile: Profile

  /// So many entries that are known may be missing before the rest is read as it is.
  private static let mostMissing = 16
  private static let empty = Array("{}".utf8)

  /// No entry yet.
  init(_ profile: Profile) { self.profile = profile }

  /// The file that `source` is, whose entries are known then.
  mutating func file(_ source: SourceText) -> HistoricFile {
    if let file = shortFile(source) { return file }
    let file = TrackedFile(
      kind: .registry, directory: 0, source: source, vocabulary: profile.vocabulary, readsLinks: false)
    let claims = file.itemClaims
    entries = Self.entries(of: file, claims)
    return HistoricFile(file, claims, profile)
  }

  private static func entries(of file: TrackedFile, _ claims: [ItemClaim.Item: ItemClaim]) -> [Entry] {
    var seen: Set<ItemClaim.Item> = []
    return (file.registry?.entries ?? []).compactMap { entry in
      // Of two entries for one task, the first makes the claim.
      guard let item = entry.number.map(ItemClaim.Item.task), seen.insert(item).inserted,
        let claim = claims[item]
      else { return nil }
      return Entry(text: Array(file.source.bytes[entry.range.indices]), item: item, claim: claim)
    }
  }

  /// The file, read without the entries that are known; nil if it has to be read whole.
  private mutating func shortFile(_ source: SourceText) -> HistoricFile? {
    let (text, cuts) = cut(source.bytes)
    guard !cuts.isEmpty else { return nil }
    let file = TrackedFile(
      kind: .registry, directory: 0, source: SourceText(path: source.path, bytes: text),
      vocabulary: profile.vocabulary, readsLinks: false)
    let found = file.registry?.entries ?? []
    let places = Set(found.lazy.filter { $0.range.count == Self.empty.count }.map(\.range.lower))
    guard file.fault == nil, cuts.allSatisfy({ places.contains($0.offset) }) else { return nil }
    let own = file.itemClaims
    var claims = own
    for cut in cuts {
      guard claims.updateValue(cut.entry.claim, forKey: cut.entry.item) == nil else { return nil }
    }
    entries = Self.entries(of: file, own) + cuts.map(\.entry)
    return HistoricFile(file, claims, profile)
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
        text += Self.empty
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
