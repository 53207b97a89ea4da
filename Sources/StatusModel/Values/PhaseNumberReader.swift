import StatusText

extension PhaseNumber {
  /// Reads the number at the beginning of `bytes`, which is what is after the word Phase and a blank.
  ///
  /// - Returns: the number and how many bytes it takes; nil when the bytes begin otherwise, as prose does.
  package static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (number: PhaseNumber, length: Int)? {
    PhaseNumberReader(bytes: bytes).read()
  }

  /// Reads the number at the beginning of `text`; the length is in bytes of UTF-8.
  package static func read(_ text: String) -> (number: PhaseNumber, length: Int)? {
    Array(text.utf8).withUnsafeBufferPointer { read($0) }
  }
}

/// Reads what numbers a phase.
struct PhaseNumberReader {
  let bytes: UnsafeBufferPointer<UInt8>

  func read() -> (number: PhaseNumber, length: Int)? {
    guard let byte = bytes.first else { return nil }
    return ASCII.isDigit(byte) ? numbered() : named()
  }

  private func numbered() -> (number: PhaseNumber, length: Int)? {
    guard let major = number(at: 0) else { return nil }
    var (levels, end) = levels(from: major.end)
    var upper: Int?
    var word = ""
    if let (last, rangeEnd) = second(at: end) {
      // 4-1 cannot be a range; it is the first part of phase 4.
      if last >= major.value { upper = last } else { levels.append(last) }
      end = rangeEnd
    } else if has(UInt8(ascii: "-"), at: end), let wordEnd = lowercaseWords(at: end + 1) {
      word = text(end + 1, wordEnd)
      end = wordEnd
    } else if let part = part(at: end) {
      levels.append(part.level)
      end = part.end
    }
    guard isEnd(end) else { return nil }
    return (
      PhaseNumber(label: text(0, end), major: major.value, upper: upper, levels: levels, word: word), end
    )
  }

  /// `CF-1`, `B1`, or one capital.
  private func named() -> (number: PhaseNumber, length: Int)? {
    var end = 0
    while end < bytes.count, end < 4, bytes[end] &- UInt8(ascii: "A") < 26 { end += 1 }
    guard end > 0 else { return nil }
    let word = text(0, end).lowercased()
    let digits = has(UInt8(ascii: "-"), at: end) ? end + 1 : end
    if let number = number(at: digits) {
      let (deeper, numberEnd) = levels(from: number.end)
      guard isEnd(numberEnd) else { return nil }
      let levels = [number.value] + deeper
      return (PhaseNumber(label: text(0, numberEnd), major: nil, levels: levels, word: word), numberEnd)
    }
    guard end == 1, isEnd(end) else { return nil }
    return (PhaseNumber(label: text(0, end), major: nil, word: word), end)
  }

  /// `.2`, `A`, `.2.1`, `A.1`, `A1`: numbers after a point, single letters, a number after a letter.
  private func levels(from start: Int) -> (levels: [Int], end: Int) {
    var levels: [Int] = []
    var end = start
    while end < bytes.count, levels.count < 4 {
      let isAfterLetter = end > start && ASCII.isLetter(bytes[end - 1])
      if bytes[end] == UInt8(ascii: "."), let number = number(at: end + 1) {
        levels.append(number.value)
        end = number.end
      } else if isAfterLetter, let number = number(at: end) {
        levels.append(number.value)
        end = number.end
      } else if ASCII.isLetter(bytes[end]), !isAfterLetter {
        levels.append(PhaseNumber.level(ofLetter: bytes[end]))
        end += 1
      } else {
        break
      }
    }
    return (levels, end)
  }

  /// The second number of a range, `-4` or `–4`, with what hangs on it.
  private func second(at place: Int) -> (number: Int, end: Int)? {
    let isEnDash =
      place + 2 < bytes.count && bytes[place] == 0xE2 && bytes[place + 1] == 0x80 && bytes[place + 2] == 0x93
    let start = has(UInt8(ascii: "-"), at: place) ? place + 1 : isEnDash ? place + 3 : place
    guard start > place, let number = number(at: start) else { return nil }
    return (number.value, levels(from: number.end).end)
  }

  /// `, Part B`, ` Part 2` or ` (Part II)` after a number, with no more words after it.
  private func part(at place: Int) -> (level: Int, end: Int)? {
    var start = has(UInt8(ascii: ","), at: place) ? place + 1 : place
    let blanks = afterBlanks(start)
    let isInBrackets = has(UInt8(ascii: "("), at: blanks)
    guard blanks > start else { return nil }
    start = isInBrackets ? blanks + 1 : blanks
    guard start + 5 < bytes.count, ASCII.isBlank(bytes[start + 4]),
      bytes[start..<start + 4].lazy.map(ASCII.lowercased).elementsEqual("part".utf8)
    else { return nil }
    let token = afterBlanks(start + 4)
    var end = token
    while end < bytes.count, ASCII.isAlphanumeric(bytes[end]) { end += 1 }
    guard let level = level(ofPart: token, end) else { return nil }
    if isInBrackets {
      guard has(UInt8(ascii: ")"), at: end) else { return nil }
      end += 1
    }
    let next = afterBlanks(end)
    return next < bytes.count && ASCII.isAlphanumeric(bytes[next]) ? nil : (level, end)
  }

  /// What a number, a letter, a Roman numeral or a number in words makes.
  private func level(ofPart start: Int, _ end: Int) -> Int? {
    if let number = number(at: start) { return number.end == end ? number.value : nil }
    let word = text(start, end).lowercased()
    // `Part I` is the first of them, not the ninth.
    let place = Self.romanNumerals.firstIndex(of: word) ?? PhaseHeading.numberWords.firstIndex(of: word)
    if let place { return place + 1 }
    return end == start + 1 ? PhaseNumber.level(ofLetter: bytes[start]) : nil
  }

  private static let romanNumerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]

  private func afterBlanks(_ place: Int) -> Int {
    var place = place
    while place < bytes.count, ASCII.isBlank(bytes[place]) { place += 1 }
    return place
  }

  /// The end of words in small letters with hyphens between them, of which the first begins with a letter.
  private func lowercaseWords(at place: Int) -> Int? {
    var end = place
    while end < bytes.count {
      let isLetter = bytes[end] &- UInt8(ascii: "a") < 26 || bytes[end] >= 0x80
      let isInner = end > place && (ASCII.isDigit(bytes[end]) || isHyphenInWords(end))
      guard isLetter || isInner else { break }
      end += 1
    }
    return end > place ? end : nil
  }

  /// Whether a hyphen is between a word and another.
  private func isHyphenInWords(_ place: Int) -> Bool {
    guard has(UInt8(ascii: "-"), at: place), place + 1 < bytes.count else { return false }
    let next = bytes[place + 1]
    return next &- UInt8(ascii: "a") < 26 || ASCII.isDigit(next) || next >= 0x80
  }

  /// Up to four digits.
  private func number(at place: Int) -> (value: Int, end: Int)? {
    var end = place
    var value = 0
    while end < bytes.count, ASCII.isDigit(bytes[end]) {
      guard end - place < 4 else { return nil }
      value = value * 10 + Int(bytes[end] & 0x0F)
      end += 1
    }
    return end > place ? (value, end) : nil
  }

  private func has(_ byte: UInt8, at place: Int) -> Bool { place < bytes.count && bytes[place] == byte }

  /// Whether no letter, digit or underscore goes on at `place`.
  private func isEnd(_ place: Int) -> Bool {
    place >= bytes.count || !ASCII.isAlphanumeric(bytes[place]) && bytes[place] != UInt8(ascii: "_")
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
