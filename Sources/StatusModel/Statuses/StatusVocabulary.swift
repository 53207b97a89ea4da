import StatusText

/// The statuses a profile knows, with their spellings in Markdown and in JSON.
package struct StatusVocabulary: Sendable {
  /// One status of a vocabulary.
  package struct Entry: Sendable {
    /// The status.
    package let status: Status
    /// Its marker without brackets: `IN PROGRESS`.
    package let marker: String
    /// Its value in state files: `in_progress`.
    package let value: String
    /// What it means for the work.
    package let kind: StatusKind

    /// Other spellings with the same certain meaning.
    package let spellings: [String]

    /// One status and its spellings; without a `value`, that is the marker in lower case with underscores.
    package init(
      _ status: Status, _ marker: String, _ kind: StatusKind, value: String? = nil, spellings: [String] = []
    ) {
      self.status = status
      self.marker = marker
      self.value =
        value
        ?? String(
          decoding: marker.utf8.map { ASCII.isLetter($0) ? ASCII.lowercased($0) : 0x5F }, as: UTF8.self)
      self.kind = kind
      self.spellings = spellings
    }
  }

  /// The entries, in the order in which they are listed to people.
  package let entries: [Entry]
  /// The letters of each word that means a status, with the index of its entry. So few that looking at them in turn
  /// is faster than a table.
  private let words: [(letters: [UInt8], entry: Int)]
  /// The letters that they begin with, a bit for each.
  private let initials: UInt32

  /// A vocabulary of `entries`.
  package init(_ entries: [Entry]) {
    self.entries = entries
    var words = entries.indices.map {
      (letters: Self.letters(of: Array(entries[$0].marker.utf8)[...]), entry: $0)
    }
    for (index, entry) in entries.enumerated() where entry.status.code >= Status.firstOwnCode {
      for spelling in [entry.value] + entry.spellings {
        words.append((Self.letters(of: Array(spelling.utf8)[...]), index))
      }
    }
    // The one legacy word that is not the marker in another case.
    if let completed = entries.firstIndex(where: { $0.status == .completed }) {
      words.append((Array("complete".utf8), completed))
    }
    self.words = words
    initials = words.reduce(0) { $0 | Self.bit($1.letters.first ?? 0) }
  }

  /// The bit of a letter.
  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 31) }

  /// Whether a status may begin with what `text` begins with: nearly no other word does.
  private func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    text.first.map { !ASCII.isLetter($0) || initials & Self.bit($0) != 0 } ?? false
  }

  /// The marker of `status` with its brackets: `[IN PROGRESS]`.
  package func marker(_ status: Status) -> String { "[\(word(status))]" }

  /// The marker of `status` without brackets; a number for a status of another vocabulary.
  package func word(_ status: Status) -> String { entry(status)?.marker ?? "status \(status.code)" }

  /// The value of `status` in state files.
  package func value(_ status: Status) -> String { entry(status)?.value ?? "status_\(status.code)" }

  /// What `status` means for the work; an unknown one is nothing that could count as done.
  package func kind(_ status: Status) -> StatusKind { entry(status)?.kind ?? .initial }

  /// Whether `status` has ended.
  package func isTerminal(_ status: Status) -> Bool { kind(status) == .terminal }

  private func entry(_ status: Status) -> Entry? { entries.first { $0.status == status } }

  /// The index of the entry that a word with these letters means.
  private func index(ofLetters letters: [UInt8]) -> Int? { words.first { $0.letters == letters }?.entry }

  /// Reads what is between a marker's brackets.
  package func reading(ofMarker text: ArraySlice<UInt8>) -> MarkerReading {
    reading(text) { $0.marker }
  }

  /// Reads a status value of a state file.
  package func reading(ofValue text: ArraySlice<UInt8>) -> MarkerReading { reading(text) { $0.value } }

  private func reading(_ text: ArraySlice<UInt8>, standard: (Entry) -> String) -> MarkerReading {
    let letters = Self.letters(of: text)
    if let index = index(ofLetters: letters) {
      let entry = entries[index]
      return text.elementsEqual(standard(entry).utf8)
        ? .standard(entry.status) : .spelling(entry.status)
    }
    if letters.elementsEqual("failed".utf8) { return .undecided }
    if let decorated = decorated(text, standard) { return decorated }
    let claims = StatusClaims(in: text, of: self)
    if let named = claims.ambiguous { return .ambiguous(named) }
    if let status = claims.leading { return .worded(status) }
    return .unknown(suggestion: suggestion(for: letters))
  }

  /// What is meant by a status in emphasis (`**COMPLETED**`) or after a glyph (`✅ COMPLETED`); nil for any other text.
  private func decorated(_ text: ArraySlice<UInt8>, _ standard: (Entry) -> String) -> MarkerReading? {
    guard text.count <= Self.mostDecorated else { return nil }
    let plain = text[(text.firstIndex { !Self.isEmphasis($0) } ?? text.endIndex)...]
    let glyph = Self.glyphs(at: plain)
    guard let last = plain[glyph...].lastIndex(where: { !Self.isEmphasis($0) }),
      case let inner = plain[glyph...last], inner.count < text.count,
      let status = reading(inner, standard: standard).status
    else { return nil }
    return glyph == plain.startIndex && exactly(inner) != nil ? .spelling(status) : .worded(status)
  }

  /// Longer texts are not looked into, so that none takes long.
  private static let mostDecorated = 120

  private static func isEmphasis(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isOne(byte, of: "*_`")
  }

  /// The end of the pictures that `text` begins with, and of the blanks after them; the start where there are none.
  private static func glyphs(at text: ArraySlice<UInt8>) -> Int {
    let word = text.firstIndex { $0 < 0x80 } ?? text.endIndex
    let scalars = String(decoding: text[..<word], as: UTF8.self).unicodeScalars
    let arePictures = scalars.allSatisfy { scalar in
      scalar.properties.generalCategory == .otherSymbol || scalar.properties.isVariationSelector
        || scalar.properties.isJoinControl
    }
    guard arePictures, word < text.endIndex, ASCII.isBlank(text[word]) else { return text.startIndex }
    return text[word...].firstIndex { !ASCII.isBlank($0) } ?? text.endIndex
  }

  /// The status that the whole of `text` is in some spelling; nil if it says more, or less.
  package func exactly(_ text: ArraySlice<UInt8>) -> Status? {
    mayBegin(text) ? index(ofLetters: Self.letters(of: text)).map { entries[$0].status } : nil
  }

  /// The longest status that `text` begins with, and the offset after its last byte.
  package func leadingWords(of text: ArraySlice<UInt8>) -> (status: Status, end: Int)? {
    guard mayBegin(text) else { return nil }
    var letters: [UInt8] = []
    var found: (status: Status, end: Int)?
    var offset = text.startIndex
    while offset < text.endIndex, letters.count <= Self.mostLetters {
      if ASCII.isLetter(text[offset]) {
        letters.append(ASCII.lowercased(text[offset]))
        offset += 1
        if Self.endsWord(offset, text), let index = index(ofLetters: letters) {
          found = (entries[index].status, offset)
        }
      } else {
        let length = Self.joint(at: offset, text)
        if length == 0 { break }
        offset += length
      }
    }
    return found
  }

  /// More letters no status has.
  package static let mostLetters = 24

  private static func endsWord(_ offset: Int, _ text: ArraySlice<UInt8>) -> Bool {
    // An underscore goes on to another word, or ends emphasis.
    let next = text[offset...].first { $0 != 0x5F }
    return next.map { !ASCII.isAlphanumeric($0) } ?? true
  }

  /// How many bytes at `offset` join the words of a status: a space, a hyphen or an underscore; 0 for anything else.
  private static func joint(at offset: Int, _ text: ArraySlice<UInt8>) -> Int {
    if text[offset] == 0x5F { return 1 }
    if text[offset] == UInt8(ascii: "&") {
      return noBreakSpaces.first { text[offset...].starts(with: $0.utf8) }?.utf8.count ?? 0
    }
    let space = UnicodeBlank.spaceLength(at: offset, to: text.endIndex, in: text)
    return space > 0 ? space : UnicodeBlank.hyphenLength(at: offset, to: text.endIndex, in: text)
  }

  /// The character references to the space that editors put between two words of a marker.
  private static let noBreakSpaces = ["&nbsp;", "&#160;", "&#xA0;", "&#xa0;"]

  /// The letters of `text` in lower case, without spaces, hyphens, underscores and brackets; anything else is
  /// kept, so that it cannot be taken for a status.
  private static func letters(of text: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count)
    var offset = text.startIndex
    while offset < text.endIndex {
      let byte = text[offset]
      let length = ASCII.isLetter(byte) ? 0 : joint(at: offset, text)
      offset += max(length, 1)
      // A backslash escapes a bracket.
      if length == 0, byte != 0x5B, byte != 0x5D, byte != 0x5C { letters.append(ASCII.lowercased(byte)) }
    }
    return letters
  }

  /// The status that an unknown word most likely means.
  private func suggestion(for letters: [UInt8]) -> Status? {
    if let known = Self.commonWords.first(where: { letters.elementsEqual($0.word.utf8) }),
      entry(known.status) != nil
    {
      return known.status
    }
    var best: (distance: Int, status: Status)?
    for (candidate, index) in words {
      let distance = EditDistance.between(letters, candidate, limit: 3)
      guard distance <= 2, distance * 3 <= candidate.count, !Self.negates(letters, candidate),
        !Self.isDerived(letters, from: candidate)
      else { continue }
      let status = entries[index].status
      if best.map({ (distance, status.code) < ($0.distance, $0.status.code) }) ?? true {
        best = (distance, status)
      }
    }
    return best?.status
  }

  /// Whether one of two similar words denies what the other says: `incomplete`, `unblocked`, `now started`.
  private static func negates(_ word: [UInt8], _ candidate: [UInt8]) -> Bool {
    let isDenial = ["in", "im", "un", "no", "dis", "de"].contains { word.starts(with: $0.utf8) }
    return isDenial && word.first != candidate.first
      || candidate.starts(with: "not".utf8) && !word.starts(with: "not".utf8)
  }

  /// Whether `word` is `candidate` with a syllable before or after it, which makes another word: `reblocked`,
  /// `preplanned`. A single letter more is a slip.
  private static func isDerived(_ word: [UInt8], from candidate: [UInt8]) -> Bool {
    word.count >= candidate.count + 2
      && (word.starts(with: candidate) || word.suffix(candidate.count).elementsEqual(candidate))
  }

  /// Words that no standard has, but whose writer most likely meant a status.
  private static let commonWords: [(word: String, status: Status)] = [
    ("done", .completed), ("finished", .completed), ("pass", .completed), ("passed", .completed),
    ("implemented", .completed), ("todo", .notStarted), ("pending", .notStarted), ("new", .notStarted),
    ("wip", .inProgress), ("started", .inProgress), ("active", .inProgress), ("ongoing", .inProgress),
    ("skipped", .abandoned), ("cancelled", .abandoned), ("canceled", .abandoned), ("superseded", .abandoned),
    ("deferred", .blocked), ("onhold", .blocked), ("paused", .blocked),
  ]
}
