import StatusText

/// The English name of a day of the week, whole or shortened to three letters or more, in any case.
struct WeekdayName {
  /// The day, from 0 for Monday.
  let number: Int
  /// The place after the name.
  let end: Int

  private static let names: [StaticString] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The name that the letters from `place` on make; nil when they make none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    var end = place
    while end < bytes.count, ASCII.isLetter(bytes[end]), end - place < 10 { end += 1 }
    let letters = bytes[place..<end]
    let day = Self.names.firstIndex { name in
      name.withUTF8Buffer { name in
        letters.count >= 3 && letters.count <= name.count
          && zip(letters, name).allSatisfy { ASCII.lowercased($0) == $1 }
      }
    }
    guard let day else { return nil }
    number = day
    self.end = end
  }
}
