import StatusText

/// Whether a task or a phase says why it is blocked or abandoned.
///
/// A reason is a field of its own, words after the marker, or words in place of or after the date of the event.
/// What only holds the place of one (None, TBD, a dash) is not a reason.
package enum StatedReason {
  /// Whether `fields`, `markers` or a label in `body` say why the status is `status`, which is blocked or abandoned.
  /// `strictly`, what blocked a task is not a reason to have abandoned it.
  package static func isGiven(
    for status: Status, fields: [Field], markers: [Marker], body: ByteRange, in source: SourceText,
    strictly: Bool = false
  ) -> Bool {
    fields.contains {
      names($0, status, in: source, strictly: strictly)
        && saysOrNumbers(value(of: $0, in: source), in: source)
    }
      || fields.contains { isDate($0.name, of: status) && saysBesideDate($0, in: source) }
      || markers.contains { marker in
        marker.status == status
          && (saysInside(marker, in: source)
            || fields.contains { field in
              field.name == .status && field.valueRange.contains(marker.range)
                && says(ByteRange(marker.range.upper, value(of: field, in: source).upper), in: source)
            })
      }
      || ReasonLabel.value(for: status, in: body, of: source, strictly: strictly) != nil
  }

  /// Whether words of some meaning stand in `range`.
  package static func says(_ range: ByteRange, in source: SourceText, numbers: Bool = false) -> Bool {
    source.bytes.withUnsafeBufferPointer {
      says(UnsafeBufferPointer(rebasing: $0[range.indices]), numbers: numbers)
    }
  }

  /// Whether `bytes` hold words of some meaning: a word of three letters, and not that of a placeholder alone. With
  /// `numbers` a number will do, which can name the task that is in the way, and an abbreviation in capitals: `QA`.
  package static func says(_ bytes: UnsafeBufferPointer<UInt8>, numbers: Bool = false) -> Bool {
    var run = 0
    var longestRun = 0
    var capitals = 0
    var hasAbbreviation = false
    var characters: [UInt8] = []
    for byte in bytes {
      let isLetter = ASCII.isLetter(byte) || isLetterLead(byte)
      run = isLetter || byte & 0xC0 == 0x80 && run > 0 ? run + 1 : 0
      longestRun = max(longestRun, run)
      capitals = ASCII.isLetter(byte) && byte & 0x20 == 0 ? capitals + 1 : 0
      hasAbbreviation = hasAbbreviation || capitals == 2
      if isLetter || ASCII.isDigit(byte), characters.count <= longestPlaceholder {
        characters.append(ASCII.lowercased(byte))
      }
    }
    guard longestRun >= 3 || numbers && hasAbbreviation else {
      return numbers && characters.contains { ASCII.isDigit($0) }
    }
    return !placeholders.contains { characters.elementsEqual($0.utf8) }
  }

  static func saysOrNumbers(_ range: ByteRange, in source: SourceText) -> Bool {
    says(range, in: source, numbers: true)
  }

  // MARK: Fields

  /// Whether a field tells in words why a status is as it is: what looks like a link there is a mention.
  static func isProse(_ field: Field, in source: SourceText) -> Bool {
    names(field, .abandoned, in: source) || HaltReason.allCases.contains { $0.event.field == field.name }
  }

  /// Whether a field is one for the reason of `status`: by its name, or by a name that speaks of a reason.
  static func names(_ field: Field, _ status: Status, in source: SourceText, strictly: Bool = false) -> Bool {
    names(field.nameRange, field.name, status, in: source.bytes, strictly: strictly)
  }

  /// The same of a name in `range`, which is that of `field`.
  static func names(
    _ range: ByteRange, _ field: FieldName?, _ status: Status, in bytes: [UInt8], strictly: Bool
  ) -> Bool {
    switch field {
    case .reason: return true
    case .blocker, .blockers, .blockedBy, .blockedOn, .blockingReason: return status == .blocked || !strictly
    case .abandonmentReason: return status == .abandoned
    case nil: break
    default: return false
    }
    func has(_ word: StaticString, at start: Int) -> Bool {
      ASCII.begins(bytes, at: start, before: range.upper, with: word)
    }
    func begins(_ word: StaticString) -> Bool { has(word, at: range.lower) }
    return range.indices.contains { has("reason", at: $0) } || begins("blocker") || begins("blocking issue")
      || status == .abandoned && (begins("supersed") || begins("replaced"))
  }

  /// Whether a field holds the date at which the status became `status`.
  static func isDate(_ name: FieldName?, of status: Status) -> Bool {
    HaltReason(for: status).map { $0.event.field == name } ?? false
  }

  /// Whether there are words in place of a date, before it or after it.
  private static func saysBesideDate(_ field: Field, in source: SourceText) -> Bool {
    let whole = value(of: field, in: source)
    guard let date = Timestamp.read(source, in: field.valueRange).found?.range else {
      return says(whole, in: source)
    }
    return says(ByteRange(whole.lower, date.lower), in: source)
      || says(ByteRange(date.upper, whole.upper), in: source)
  }

  /// The value with the lines that continue it: of a list item those that are indented deeper than its own.
  static func value(of field: Field, in source: SourceText) -> ByteRange {
    let bytes = source.bytes
    let lineStart = bytes.lineStart(before: field.nameRange.lower)
    let indent = bytes.indent(at: lineStart)
    let first = bytes[lineStart + indent]
    guard first == 0x2D || first == 0x2B || first == 0x2A && bytes[lineStart + indent + 1] == 0x20 else {
      return field.region
    }
    var end = max(field.valueRange.upper, field.region.lower)
    var line = end
    while line < field.region.upper {
      line = bytes.nextLine(after: bytes.lineEnd(from: line, to: field.region.upper))
      let inner = bytes.indent(at: line)
      guard line + inner < field.region.upper, inner > indent || ASCII.isLineEnd(bytes[line + inner]) else {
        break
      }
      end = bytes.lineEnd(from: line, to: field.region.upper)
    }
    return ByteRange(field.region.lower, end)
  }

  // MARK: Markers

  /// Whether words follow the status between the brackets: `[BLOCKED: no license]`.
  private static func saysInside(_ marker: Marker, in source: SourceText) -> Bool {
    guard case .worded(let status) = marker.reading, let word = HaltReason(for: status)?.event.rawValue else {
      return false
    }
    return says(ByteRange(marker.range.lower + 1 + word.utf8.count, marker.range.upper), in: source)
  }

  /// Letters of two and of three bytes, symbols and emoji left out; a continuation byte begins nothing.
  private static func isLetterLead(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte <= 0xED && byte != 0xE2
  }

  private static let placeholders = [
    "none", "no", "null", "tbd", "na", "ok", "pending", "unknown", "todo", "nothing", "utc", "gmt", "reason",
    "text",
    "notspecified",
    "unspecified", "yyyymmdd", "yyyymmddthhmmssz",
  ]
  private static let longestPlaceholder = placeholders.map(\.utf8.count).max() ?? 0
}
