import StatusText

/// Finds the numbers that mean tasks, one after another.
struct TaskReferenceReader {
  /// What a number without Task or # is worth at this place.
  private enum Context {
    /// A reference, when nothing but a separator or a comment follows it.
    case list
    /// After `Tasks`: even if a word follows that is not a unit.
    case tasks
    /// Part of a sentence.
    case prose
  }

  private let text: TaskReferenceText
  private var context = Context.list
  private var place = 0
  private var bytes: UnsafeBufferPointer<UInt8> { text.bytes }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    text = TaskReferenceText(bytes: bytes)
  }

  /// Whether the text is empty or begins with a word that says so.
  var saysNone: Bool {
    var start = 0
    while start < bytes.count,
      ASCII.isWhitespace(bytes[start]) || ASCII.isOne(bytes[start], of: "[](){}*`\"'_")
    {
      start += 1
    }
    guard start < bytes.count else { return true }
    let word = text.word(at: start)
    if ["none", "null", "nothing"].contains(word.text) { return true }
    if word.text == "n", text.has("/", at: word.end) { return text.word(at: word.end + 1).text == "a" }
    // A dash, and not a number below zero or a list item.
    let dashEnd = text.afterDash(start)
    return word.text.isEmpty && dashEnd > start && text.afterBlanks(dashEnd) == bytes.count
  }

  /// The next number, or the numbers of the next range, and its bytes; nil at the end.
  mutating func next() -> (numbers: ClosedRange<Int>, range: Range<Int>)? {
    while place < bytes.count {
      let byte = bytes[place]
      if ASCII.isDigit(byte) {
        if let found = bareNumber() { return found }
      } else if ASCII.isLetter(byte) {
        if let found = word() { return found }
      } else if byte == UInt8(ascii: "#") {
        if let found = hash() { return found }
      } else if let end = text.afterComment(place) {
        place = end
      } else {
        if !ASCII.isWhitespace(byte), !ASCII.isOne(byte, of: ",;&+[]|*_\"'") { context = .prose }
        place += 1
      }
    }
    return nil
  }

  private mutating func bareNumber() -> (ClosedRange<Int>, Range<Int>)? {
    let start = place
    guard context != .prose, let found = text.numbers(at: start),
      text.isItem(endingAt: found.end, allowsWord: context == .tasks)
    else {
      place = text.afterWord(start)
      context = .prose
      return nil
    }
    place = found.end
    return (found.numbers, start..<found.end)
  }

  /// `#12`, but not in `owner/repo#12`, nor of a pull request or an issue.
  private mutating func hash() -> (ClosedRange<Int>, Range<Int>)? {
    let start = place + 1
    let isForeign = place > 0 && (ASCII.isAlphanumeric(bytes[place - 1]) || text.followsOtherNumbering(place))
    guard !isForeign, let found = text.numbers(at: start) else {
      place = max(start, text.afterWord(start))
      context = .prose
      return nil
    }
    place = found.end
    context = .list
    return (found.numbers, start..<found.end)
  }

  private mutating func word() -> (ClosedRange<Int>, Range<Int>)? {
    let word = text.word(at: place)
    if word.text == "task" || word.text == "tasks" {
      if let start = text.numberAfterTask(word.end), let found = text.numbers(at: start) {
        place = found.end
        context = word.text == "tasks" ? .tasks : .list
        return (found.numbers, start..<found.end)
      }
    } else if word.text == "and" || word.text == "or" {
      place = word.end
      return nil
    } else if context != .prose, let start = text.afterPrefix(place), let found = text.numbers(at: start),
      text.isItem(endingAt: found.end, allowsWord: false)
    {
      let range = place..<found.end
      place = found.end
      return (found.numbers, range)
    }
    // Also Other:291, whose number must not be read as one of ours.
    place = text.afterWord(place)
    context = .prose
    return nil
  }
}
