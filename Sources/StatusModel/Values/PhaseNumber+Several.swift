import StatusText

extension PhaseNumber {
  /// Reads the range at the beginning of `bytes`, which is what is after the word Phases: `1-7`, `1 - 7`, `1 to 7`,
  /// `1 and 2`; one number alone will do.
  ///
  /// - Returns: the number and how many bytes it takes; nil for a list of numbers that is no range, and for words.
  static func readSeveral(_ bytes: UnsafeBufferPointer<UInt8>) -> (number: PhaseNumber, length: Int)? {
    guard let (first, length) = read(bytes), let major = first.major else { return nil }
    guard first.upper == nil, !first.isSubPhase else {
      return endsList(bytes, length) ? (first, length) : nil
    }
    let start = afterBlanks(bytes, length)
    guard let (start, isPair) = afterJoint(bytes, start) else {
      return endsList(bytes, length) ? (first, length) : nil
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    guard let (last, more) = read(rest), let upper = last.major, !last.isSubPhase, last.upper == nil else {
      return nil
    }
    // `1 and 3` leaves out what is between.
    guard upper > major, !isPair || upper == major + 1, endsList(bytes, start + more) else { return nil }
    let label = String(decoding: bytes[..<(start + more)], as: UTF8.self)
    return (PhaseNumber(label: label, major: major, upper: upper), start + more)
  }

  /// Whether no further number is joined at `place`.
  private static func endsList(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let next = afterBlanks(bytes, place)
    guard next < bytes.count else { return true }
    if bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: "&") { return false }
    guard let (start, _) = afterJoint(bytes, next), start < bytes.count else { return true }
    return !ASCII.isDigit(bytes[start])
  }

  /// The place after the sign or word that joins two numbers at `place`, and whether it joins two and no more.
  private static func afterJoint(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (
    end: Int, isPair: Bool
  )? {
    for (joint, isPair) in joints where bytes[place...].starts(with: joint.utf8) {
      return (afterBlanks(bytes, place + joint.utf8.count), isPair)
    }
    return nil
  }

  private static let joints: [(text: String, isPair: Bool)] = [
    ("-", false), ("\u{2013}", false), ("\u{2014}", false), ("to ", false), ("through ", false),
    ("and ", true),
    ("& ", true),
  ]

  private static func afterBlanks(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var place = place
    while place < bytes.count, ASCII.isBlank(bytes[place]) { place += 1 }
    return place
  }
}
