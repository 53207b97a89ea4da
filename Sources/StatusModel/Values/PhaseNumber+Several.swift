import StatusText

extension PhaseNumber {
  /// The number that the whole of `text` is, or the range that several are: `2`, `6A`, `2, 3 and 4`; nil for anything
  /// else.
  package static func whole(_ text: String) -> PhaseNumber? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      if let (number, length) = read(bytes), length == bytes.count { return number }
      guard let (number, length) = readSeveral(bytes), length == bytes.count else { return nil }
      return number
    }
  }

  /// Reads the numbers at the beginning of `bytes`, which is what is after the word Phases: `1-7`, `1 to 7`, `1 and 2`,
  /// `1, 2 & 3`; one number alone will do.
  ///
  /// - Returns: the range that they are and how many bytes it takes; nil where numbers are left out, and for words.
  static func readSeveral(_ bytes: UnsafeBufferPointer<UInt8>) -> (number: PhaseNumber, length: Int)? {
    guard let (first, length) = read(bytes), let major = first.major else { return nil }
    guard first.upper == nil, !first.isSubPhase else {
      return endsList(bytes, length) ? (first, length) : nil
    }
    var end = length
    var upper = major
    while let (start, joint) = afterJoint(bytes, end) {
      guard let (next, more) = read(UnsafeBufferPointer(rebasing: bytes[start...])), let value = next.major,
        !next.isSubPhase, next.upper == nil
      else { return nil }
      // `1/3` is the first of three.
      if joint == .slash, value != upper + 1 { return upper == major ? (first, length) : nil }
      // `1 and 3` leaves out what is between.
      guard value > upper, joint == .range || value == upper + 1 else { return nil }
      upper = value
      end = start + more
    }
    guard endsList(bytes, end) else { return nil }
    guard upper > major else { return (first, length) }
    let label = String(decoding: bytes[..<end], as: UTF8.self)
    return (PhaseNumber(label: label, major: major, upper: upper), end)
  }

  /// The end of a list of numbers whose first ends at `length`; nil where no other number is joined to it.
  static func endOfList(_ bytes: UnsafeBufferPointer<UInt8>, after length: Int) -> Int? {
    var end = length
    while let (start, _) = afterJoint(bytes, end),
      let (_, more) = read(UnsafeBufferPointer(rebasing: bytes[start...]))
    {
      end = start + more
    }
    return end > length ? end : nil
  }

  /// Whether no further number is joined at `place`.
  private static func endsList(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let next = afterBlanks(bytes, place)
    guard next < bytes.count else { return true }
    return !ASCII.isOne(bytes[next], of: ",&") && afterJoint(bytes, place) == nil
  }

  // MARK: What joins numbers

  private enum Joint {
    /// Everything between the numbers is meant as well.
    case range
    /// Only the numbers are meant.
    case list
    /// Two numbers, or one of so many.
    case slash
  }

  /// The place of a number after the signs and words that join it to the one that ends at `place`.
  private static func afterJoint(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (
    start: Int, joint: Joint
  )? {
    var next = afterBlanks(bytes, place)
    // What is after nearly every number.
    guard next < bytes.count, bytes[next] != UInt8(ascii: ":") else { return nil }
    var found: Joint?
    // A comma and a word may be together: `1, 2, and 3`.
    while let (text, joint) = joints.first(where: { bytes[next...].starts(with: $0.text.utf8) }) {
      found = found ?? joint
      next = afterWord(bytes, afterBlanks(bytes, next + text.utf8.count))
    }
    guard let found, next < bytes.count, ASCII.isDigit(bytes[next]) else { return nil }
    return (next, found)
  }

  private static let joints: [(text: String, joint: Joint)] = [
    ("-", .range), ("\u{2013}", .range), ("\u{2014}", .range), ("to ", .range), ("through ", .range),
    ("..", .range), ("~", .range), ("and ", .list), ("or ", .list), ("&", .list), ("+", .list), (",", .list),
    ("/", .slash),
  ]

  /// The place after the word Phase, where it is said again: `Phase 2 and Phase 3`.
  private static func afterWord(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    guard bytes[place...].prefix(5).lazy.map(ASCII.lowercased).elementsEqual("phase".utf8) else {
      return place
    }
    let next = afterBlanks(bytes, place + 5)
    return next > place + 5 ? next : place
  }

  private static func afterBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var place = place
    while place < bytes.count, ASCII.isBlank(bytes[place]) { place += 1 }
    return place
  }
}
