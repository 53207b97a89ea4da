import StatusText

extension Plan {
  /// The number of its phases as `phase_count` has it: without sub-phases, unless it has nothing else; a range (0-4)
  /// counts for all its numbers.
  package var phaseCount: Int {
    let main = mainPhases
    return (main.isEmpty ? phases : main).reduce(0) { count, phase in
      count + (phase.isSubPhase ? 1 : phase.number.majors?.count ?? 1)
    }
  }

  /// The hours of its Effort, as a JSON number; nil for a range and for words.
  package var estimatedHours: String? { Self.hours(effortText) }

  /// The hours of `10 hours`, `1.5h`, `90 minutes`, as a JSON number; nil for a range, several numbers and words.
  package static func hours(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var end = 0
    while end < bytes.count, ASCII.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
    let digits = String(decoding: bytes[..<end], as: UTF8.self)
    guard let number = Double(digits), number.isFinite, bytes[0] != UInt8(ascii: ".") else { return nil }
    var start = end
    while start < bytes.count, ASCII.isBlank(bytes[start]) { start += 1 }
    let unit = String(
      decoding: bytes[start...].prefix { ASCII.isLetter($0) }.map { ASCII.lowercased($0) }, as: UTF8.self)
    guard !bytes[start...].prefix(while: { $0 != UInt8(ascii: "(") }).contains(where: ASCII.isDigit) else {
      return nil
    }
    switch unit {
    case "h", "hr", "hrs", "hour", "hours": return spelled(number)
    case "m", "min", "mins", "minute", "minutes": return spelled((number / 60 * 100).rounded() / 100)
    default: return nil
    }
  }

  private static func spelled(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
