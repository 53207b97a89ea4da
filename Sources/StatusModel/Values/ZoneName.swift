import StatusText

/// Time zones that are given by a name: `PST`, `(CEST)`, `Europe/Berlin`. What they mean depends on the place and the
/// season, so that a time beside one has no certain meaning.
package enum ZoneName {
  /// The common abbreviations, in lower case.
  private static let abbreviations: Set<String> = [
    "acdt", "acst", "adt", "aedt", "aest", "akdt", "akst", "art", "ast", "awst", "bst", "brt", "cat", "cdt",
    "cest",
    "cet", "clt", "cot", "cst", "eat", "edt", "eest", "eet", "est", "hkt", "hst", "ict", "idt", "ist", "jst",
    "kst",
    "mdt", "mesz", "mez", "msk", "mst", "ndt", "npt", "nst", "nzdt", "nzst", "pdt", "pht", "pkt", "pst",
    "sast",
    "sgt", "wat", "west", "wet", "wib", "wit", "wita",
  ]

  /// Those of them that are English words as well, where they are in lower case.
  private static let words: Set<String> = ["art", "cat", "eat", "west", "wet", "wit"]

  /// Whether a text begins with a zone's name, perhaps in a bracket.
  package static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { end($0, at: 0) } != nil
  }

  /// The end of the zone's name that is after blanks, and perhaps in a bracket, at `place`; nil when none does.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, after place: Int) -> Int? {
    guard place < bytes.count, ASCII.isBlank(bytes[place]) || bytes[place] == UInt8(ascii: "[") else {
      return nil
    }
    return end(bytes, at: place)
  }

  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    var start = place
    while start < bytes.count, ASCII.isBlank(bytes[start]) || ASCII.isOne(bytes[start], of: "([") {
      start += 1
    }
    var end = start
    var hasSlash = false
    while end < bytes.count, ASCII.isLetter(bytes[end]) || ASCII.isOne(bytes[end], of: "/_") {
      if bytes[end] == UInt8(ascii: "/") { hasSlash = true }
      end += 1
    }
    guard end > start, end == bytes.count || !ASCII.isAlphanumeric(bytes[end]) else { return nil }
    let isClosed = start > place && end < bytes.count && ASCII.isOne(bytes[end], of: ")]")
    if hasSlash { return isPlace(bytes[start..<end]) ? end + (isClosed ? 1 : 0) : nil }
    guard end - start <= 5 else { return nil }
    let word = String(decoding: bytes[start..<end].map { ASCII.lowercased($0) }, as: UTF8.self)
    return abbreviations.contains(word) && isZoneCase(bytes[start..<end], word)
      ? end + (isClosed ? 1 : 0) : nil
  }

  /// Whether a name reads like `Europe/Berlin`: both parts begin with a capital.
  private static func isPlace(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      $0.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
    }
  }

  private static func isZoneCase(_ written: Slice<UnsafeBufferPointer<UInt8>>, _ word: String) -> Bool {
    let capitals = written.filter { $0 < UInt8(ascii: "a") }.count
    return capitals == written.count || capitals == 0 && !words.contains(word)
  }
}
