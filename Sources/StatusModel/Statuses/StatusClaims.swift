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
    let (others, isDenied) = Self.statuses(in: rest, of: vocabulary)
    // What is only said not to be so is not what is meant.
    if words != nil || !isDenied {
      for status in others where !named.contains(status) { named.append(status) }
    }
    guard let first = named.first else {
      ambiguous = nil
      return
    }
    let isPart = vocabulary.isTerminal(first) && Self.saysPart(rest)
    let isDoubted =
      Self.asks(rest) || first == .completed && rest.last { !ASCII.isBlank($0) } == Self.question
    ambiguous = words == nil || named.count > 1 || isDoubted || isPart ? named : nil
  }

  /// The statuses that `text` names in capitals, or in any case right after a separator: `/planned`, `or planned`; and
  /// whether a word before them denies them.
  private static func statuses(in text: ArraySlice<UInt8>, of vocabulary: StatusVocabulary)
    -> (named: [Status], isDenied: Bool)
  {
    var found: [Status] = []
    var isDenied = false
    var isSeparated = false
    var offset = text.startIndex
    while offset < text.endIndex {
      guard ASCII.isLetter(text[offset]) else {
        let separator = separatorLength(at: offset, in: text)
        isSeparated = separator > 0 || isSeparated && ASCII.isBlank(text[offset])
        offset += max(separator, 1)
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
        let word = text[offset..<end]
        isSeparated = ASCII.equals(word, "or")
        isDenied = isDenied || found.isEmpty && denials.contains { ASCII.equals(word, $0) }
        offset = end
      }
    }
    return (found, isDenied)
  }

  private static let denials: [StaticString] = ["not", "no", "non", "never", "un", "in"]

  /// How many bytes the sign takes at `offset` that ties another status to one: `/`, an arrow; 0 if none is there.
  static func separatorLength(at offset: Int, in text: ArraySlice<UInt8>) -> Int {
    if ASCII.isOne(text[offset], of: "/|&+>") { return 1 }
    let isArrow = text[offset...].starts(with: [0xE2, 0x86]) || text[offset...].starts(with: [0xE2, 0x87])
    return isArrow && offset + 2 < text.endIndex ? 3 : 0
  }

  /// Whether `rest` begins with a question mark or says `or not`.
  private static func asks(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = words(of: rest)
    return rest.first { !ASCII.isBlank($0) && $0 != UInt8(ascii: "(") } == question
      || zip(words, words.dropFirst()).contains { ASCII.equals($0, "or") && ASCII.equals($1, "not") }
  }

  private static let question = UInt8(ascii: "?")

  private static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { !ASCII.isAlphanumeric($0) }
  }

  // MARK: Parts

  /// Whether `rest` says that the status holds for a part only: `90%`, `3/5`, `3 of 5`, `in part`, `mostly`.
  private static func saysPart(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = words(of: rest)
    return words.indices.contains { index in
      let word = words[index]
      return partWords.contains { ASCII.equals(word, $0) } || isPercentage(word, in: rest)
        || isFraction(word, in: rest) || isShare(words[index...])
        || index > 0 && ASCII.equals(word, "part") && ASCII.equals(words[index - 1], "in")
    }
  }

  private static let partWords: [StaticString] = [
    "partially", "partly", "mostly", "almost", "nearly", "half",
  ]

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

  /// Whether `words` begin with `3 of 5` or `3 out of 5`.
  private static func isShare(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard let count = words.first.flatMap(number) else { return false }
    let rest = words.dropFirst().drop { ASCII.equals($0, "out") }
    guard let of = rest.first, ASCII.equals(of, "of"), let total = rest.dropFirst().first.flatMap(number)
    else {
      return false
    }
    return count < total
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 5, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
