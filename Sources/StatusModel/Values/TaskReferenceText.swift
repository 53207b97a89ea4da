import StatusText

/// The pieces that references to tasks are made of: words, numbers, ranges and comments.
struct TaskReferenceText {
  let bytes: UnsafeBufferPointer<UInt8>

  /// What is counted in plans and is not a task.
  private static let units: Set<String> = [
    "h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes", "day", "days", "week", "weeks",
    "file",
    "files", "line", "lines", "phase", "phases", "test", "tests", "step", "steps", "of", "percent", "times",
  ]

  /// Whether the ASCII `character` is at `place`.
  func has(_ character: Unicode.Scalar, at place: Int) -> Bool {
    place < bytes.count && UInt32(bytes[place]) == character.value
  }

  /// The letters from `place` on in lower case, and the place after them; only the first few of a long word.
  func word(at place: Int) -> (text: String, end: Int) {
    var letters: [UInt8] = []
    var end = place
    while end < bytes.count, ASCII.isLetter(bytes[end]), letters.count < 16 {
      letters.append(ASCII.lowercased(bytes[end]))
      end += 1
    }
    return (String(decoding: letters, as: UTF8.self), end)
  }

  /// The place after whatever hangs together from `place` on: a word, a path, a version.
  func afterWord(_ place: Int) -> Int {
    var end = place
    while end < bytes.count, isInWord(end) { end += 1 }
    return max(end, min(place + 1, bytes.count))
  }

  /// The place after the white space from `place` on.
  func afterBlanks(_ place: Int) -> Int {
    var end = place
    while end < bytes.count, ASCII.isWhitespace(bytes[end]) { end += 1 }
    return end
  }

  /// The place after a hyphen, two of them, or an en or em dash; `place` when there is none.
  func afterDash(_ place: Int) -> Int {
    if has("-", at: place) { return has("-", at: place + 1) ? place + 2 : place + 1 }
    let isDash =
      place + 2 < bytes.count && UnicodeBlank.isDash(bytes[place], bytes[place + 1], bytes[place + 2])
    return isDash ? place + 3 : place
  }

  /// The number, or the range of numbers, that begins at `place`; nil when the digits are part of something else.
  ///
  /// A range that runs backwards or is too long comes out as the number 0, which no task has; with blanks around
  /// its dash it is none, and the first number stands alone.
  func numbers(at place: Int) -> (numbers: ClosedRange<Int>, end: Int)? {
    guard let first = number(at: place) else { return nil }
    guard let last = rangeEnd(behind: first.value, first.end) else {
      return isLoose(first.end) ? (first.value...first.value, first.end) : nil
    }
    return Self.isRange(first.value, last.value)
      ? (first.value...last.value, last.end) : (0...0, last.end)
  }

  private func rangeEnd(behind first: Int, _ place: Int) -> (value: Int, end: Int)? {
    let blank = afterBlanks(place)
    var joint = afterDash(blank)
    if joint == blank {
      let word = word(at: blank)
      guard blank > place, ["to", "through"].contains(word.text) else { return nil }
      joint = word.end
    } else if bytes[joint - 1] == 0x94 {
      return nil  // behind an em dash comes something else
    }
    var start = afterBlanks(joint)
    let isTight = blank == place && start == joint
    start = numberAfterTask(word(at: start).text == "task" ? start + 4 : start) ?? start
    guard let last = number(at: start, isOpen: true), isLoose(last.end) else { return nil }
    // "12 - 3 files remain" is not a range.
    let isMeant = isTight || isItem(endingAt: last.end, allowsWord: false) && Self.isRange(first, last.value)
    return isMeant ? last : nil
  }

  private static func isRange(_ first: Int, _ last: Int) -> Bool {
    first <= last && last - first <= TaskReferences.longestRange
  }

  /// The place of the digits after the word Task, past blanks, a colon, emphasis, # and a prefix; nil for none.
  func numberAfterTask(_ place: Int) -> Int? {
    var start = place
    if has(":", at: start) { start += 1 }
    start = afterBlanks(start)
    while has("*", at: start) || has("[", at: start) { start += 1 }
    if has("#", at: start) { start += 1 }
    start = afterPrefix(start) ?? start
    return start < bytes.count && ASCII.isDigit(bytes[start]) ? start : nil
  }

  /// The place after a prefix such as `OC_`: capitals, an underscore, then a digit; nil when none is here.
  func afterPrefix(_ place: Int) -> Int? {
    var end = place
    while end < bytes.count, bytes[end] &- UInt8(ascii: "A") < 26, end - place < 5 { end += 1 }
    guard end > place, has("_", at: end), end + 1 < bytes.count, ASCII.isDigit(bytes[end + 1]) else {
      return nil
    }
    return end + 1
  }

  /// Whether the number that ends at `place` is an item by itself: what follows is not a word it belongs to.
  func isItem(endingAt place: Int, allowsWord: Bool) -> Bool {
    let next = afterBlanks(place)
    guard next < bytes.count else { return true }
    if ASCII.isOne(bytes[next], of: ",;&()[]|+*~.:<\"'`") { return true }
    if afterDash(next) > next { return next > place }
    let word = word(at: next)
    if word.text == "and" || word.text == "or" { return true }
    return allowsWord && !word.text.isEmpty && !Self.units.contains(word.text)
  }

  /// The place after the comment at `place`: brackets, code, struck text or an HTML comment; nil for none.
  ///
  /// One that is not closed reaches to the end of the value.
  func afterComment(_ place: Int) -> Int? {
    switch bytes[place] {
    case UInt8(ascii: "("): afterBrackets(place)
    case UInt8(ascii: "`"): after("`", from: place + 1)
    case UInt8(ascii: "~") where has("~", at: place + 1): after("~~", from: place + 2)
    case UInt8(ascii: "<") where has("!", at: place + 1): after("-->", from: place + 2)
    default: nil
    }
  }

  private func afterBrackets(_ place: Int) -> Int {
    var depth = 0
    for end in place..<bytes.count {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return end + 1 }
    }
    return bytes.count
  }

  private func after(_ closing: StaticString, from place: Int) -> Int {
    closing.withUTF8Buffer { closing in
      var end = place
      while end + closing.count <= bytes.count {
        if bytes[end..<end + closing.count].elementsEqual(closing) { return end + closing.count }
        end += 1
      }
      return bytes.count
    }
  }

  /// Whether the word before `place` numbers its own things: pull requests and issues.
  func followsOtherNumbering(_ place: Int) -> Bool {
    var end = place
    while end > 0, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
    var start = end
    while start > 0, end - start < 12, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
    return ["pr", "prs", "mr", "issue", "issues", "request", "requests"].contains(word(at: start).text)
  }

  /// Digits, as many as a task number may have. If the number `isOpen`, more digits are a number above all tasks.
  private func number(at place: Int, isOpen: Bool = false) -> (value: Int, end: Int)? {
    var end = place
    var value = 0
    while end < bytes.count, ASCII.isDigit(bytes[end]) {
      if end - place < 7 {
        value = value * 10 + Int(bytes[end] & 0x0F)
      } else if isOpen {
        value = .max
      } else {
        return nil
      }
      end += 1
    }
    return end > place ? (value, end) : nil
  }

  /// Whether no text is attached to the number that ends at `place`: not 9.1, 9a, 9_x, 9/10 or 9-based.
  private func isLoose(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    let byte = bytes[place]
    if ASCII.isAlphanumeric(byte) || ASCII.isOne(byte, of: "_%/") { return false }
    guard ASCII.isOne(byte, of: ".-:") else { return true }
    return place + 1 == bytes.count || !ASCII.isAlphanumeric(bytes[place + 1])
  }

  private func isInWord(_ place: Int) -> Bool {
    let byte = bytes[place]
    if ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 { return true }
    // Between two parts of one word, not at its end.
    return ASCII.isOne(byte, of: ".-:/#@%") && place + 1 < bytes.count
      && ASCII.isAlphanumeric(bytes[place + 1])
  }
}
