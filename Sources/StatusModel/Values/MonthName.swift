import StatusText

/// The English name of a month, whole or shortened to three letters, in any case.
struct MonthName {
  /// The month, from 1.
  let number: Int
  /// The place after the name.
  let end: Int

  private static let names: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// The name that the letters from `place` on make; nil when they make none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    var end = place
    while end < bytes.count, ASCII.isLetter(bytes[end]), end - place < 10 { end += 1 }
    let letters = bytes[place..<end]
    let month = Self.names.firstIndex { name in
      name.withUTF8Buffer { name in
        guard letters.count == name.count || letters.count == 3 || letters.count == 4 && name[0] == 0x73
        else {
          return false
        }
        return zip(letters, name).allSatisfy { ASCII.lowercased($0) == $1 }
      }
    }
    guard let month else { return nil }
    number = month + 1
    self.end = end
  }
}
