import StatusText

/// What a text claims that is more than one status alone: which statuses it names, and whether it means one of them.
struct StatusClaims {
  /// The status that it begins with.
  let leading: Status?
  /// The statuses that it names, in order, where it claims two things or a part of one; nil if it does not.
  let ambiguous: [Status]?

  /// Texts are read so far: what claims a status does not begin later.
  private static let mostBytes = 240

  init(in text: ArraySlice<UInt8>, of vocabulary: StatusVocabulary) {
    let text = text.prefix(Self.mostBytes)
    let words = vocabulary.leadingWords(of: text)
    leading = words?.status
    let rest = text[(words?.end ?? text.startIndex)...]
    var named = words.map { [$0.status] } ?? []
    for status in Self.statuses(in: rest, of: vocabulary) where !named.contains(status) {
      named.append(status)
    }
    guard let first = named.first else {
      ambiguous = nil
      return
    }
    let isPart = vocabulary.isTerminal(first) && Self.saysPart(rest)
    ambiguous = words == nil || named.count > 1 || Self.asks(rest) || isPart ? named : nil
  }

  /// The statuses that `text` names in capitals, or in any case right after a separator: `/planned`, `or planned`.
  private static func statuses(in text: ArraySlice<UInt8>, of vocabulary: StatusVocabulary) -> [Status] {
    var found: [Status] = []
    var isSeparated = false
    var offset = text.startIndex
    while offset < text.endIndex {
      guard ASCII.isLetter(text[offset]) else {
        isSeparated = ASCII.isBlank(text[offset]) ? isSeparated : Self.separators.contains(text[offset])
        offset += 1
        continue
      }
      let end = text[offset...].firstIndex { !ASCII.isAlphanumeric($0) } ?? text.endIndex
      if let words = vocabulary.leadingWords(of: text[offset...]),
        isSeparated || ASCII.isUpperCase(text[offset..<words.end])
      {
        found.append(words.status)
        offset = words.end
        isSeparated = false
      } else {
        isSeparated = isWord("or", text[offset..<end])
        offset = end
      }
    }
    return found
  }

  private static let separators = Array("/|&+>".utf8)

  private static func isWord(_ word: StaticString, _ text: ArraySlice<UInt8>) -> Bool {
    text.count == word.utf8CodeUnitCount
      && zip(text, 0..<word.utf8CodeUnitCount).allSatisfy { ASCII.lowercased($0) == word.utf8Start[$1] }
  }

  /// Whether `rest` begins with a question mark.
  private static func asks(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first { !ASCII.isBlank($0) && $0 != UInt8(ascii: "(") } == UInt8(ascii: "?")
  }

  // MARK: Parts

  /// Whether `rest` says that the status holds for a part only: `90%`, `3/5`, `mostly`.
  private static func saysPart(_ rest: ArraySlice<UInt8>) -> Bool {
    var offset = rest.startIndex
    while offset < rest.endIndex {
      guard ASCII.isAlphanumeric(rest[offset]) else {
        offset += 1
        continue
      }
      let end = rest[offset...].firstIndex { !ASCII.isAlphanumeric($0) } ?? rest.endIndex
      let word = rest[offset..<end]
      if partWords.contains(where: { isWord($0, word) }) || isPercentage(word, in: rest)
        || isFraction(word, in: rest)
      {
        return true
      }
      offset = end
    }
    return false
  }

  private static let partWords: [StaticString] = ["partially", "partly", "mostly", "almost", "nearly"]

  /// Whether `word` is a number before a percent sign, and not a hundred.
  private static func isPercentage(_ word: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> Bool {
    guard word.allSatisfy(ASCII.isDigit), !word.elementsEqual("100".utf8) else { return false }
    return rest[word.endIndex...].first { !ASCII.isBlank($0) } == UInt8(ascii: "%")
  }

  /// Whether `word` is the smaller number of `3/5`; three numbers are a date.
  private static func isFraction(_ word: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    guard let count = number(word), word.endIndex < rest.endIndex, rest[word.endIndex] == slash,
      word.startIndex == rest.startIndex || rest[word.startIndex - 1] != slash
    else { return false }
    let next = rest[(word.endIndex + 1)...].prefix { ASCII.isDigit($0) }
    guard let total = number(next), next.endIndex == rest.endIndex || rest[next.endIndex] != slash else {
      return false
    }
    return count < total
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 5, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
