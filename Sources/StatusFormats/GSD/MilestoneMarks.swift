import StatusClaims
import StatusText

/// What says at one place how far a milestone is: a box, a sign, words in brackets or after a dash, or the cells of a row.
struct MilestoneMarks {
  /// The places, with what each says when the milestone is shipped.
  private(set) var places: [(name: String, range: ByteRange, shipped: String)] = []
  /// The place that says most; nil if none is one of these.
  private(set) var leading: ByteRange?
  /// How far it is; nil if nothing says so.
  private(set) var stage: Vocabulary.Stage?

  /// The marks of `mention`, which say that it was shipped on `today` if it is to be.
  init(_ mention: MilestoneMention, in source: SourceText, today: String) {
    if let cell = mention.statusCell {
      read(cell, mention.dateCell, source, today)
    } else {
      readSign(mention.range, source)
      readWords(mention.range, source, today)
    }
    if let box = mention.box {
      leading = leading ?? box.range
      places.append(("box", box.range, "[x]"))
      if stage == nil { stage = box.stage }
    }
    if mention.isShipped == true { stage = .done }
  }

  private mutating func read(_ cell: ByteRange, _ dateCell: ByteRange?, _ source: SourceText, _ today: String)
  {
    stage = GSDStatus.read(source, cell).stage ?? Self.sign(cell, source)?.stage
    let sign = Self.sign(cell, source) == nil ? "" : "✅ "
    leading = cell
    places.append(("status", cell, "\(sign)Shipped\(dateCell == nil ? " \(today)" : "")"))
    if let dateCell, WrittenDay(in: source, dateCell) == nil { places.append(("date", dateCell, today)) }
  }

  private mutating func readSign(_ range: ByteRange, _ source: SourceText) {
    guard let sign = Self.sign(range, source) else { return }
    stage = sign.stage
    leading = sign.range
    places.append(("sign", sign.range, "✅"))
  }

  /// The first sign in `range`.
  static func sign(_ range: ByteRange, _ source: SourceText) -> (
    stage: Vocabulary.Stage, range: ByteRange
  )? {
    for place in range.indices where source.bytes[place] >= 0x80 {
      for (sign, stage) in signs where source.bytes.has(sign, at: place) && place + sign.count <= range.upper
      {
        return (stage, ByteRange(place, place + sign.count))
      }
    }
    return nil
  }

  private static let signs: [(sign: [UInt8], stage: Vocabulary.Stage)] =
    ["✅", "☑"].map { (Array($0.utf8), .done) } + ["🚧", "🔄", "🔨"].map { (Array($0.utf8), .active) }
    + ["📋", "⏳", "🔜"].map { (Array($0.utf8), .open) }

  /// The first words in brackets or after a dash that are a status.
  private mutating func readWords(_ range: ByteRange, _ source: SourceText, _ today: String) {
    var cursor = TextCursor(source.bytes, range)
    while cursor.skipToRemark(from: range.lower) {
      guard let found = GSDStatus.read(source, cursor.rest).stage, found != .closed else { continue }
      let words = source.trimmed(ByteRange(cursor.place, Self.end(cursor)), "*_")
      if stage == nil { stage = found }
      leading = words
      places.append(("words", words, "\(Self.shipped(like: source.text(words))) \(today)"))
      return
    }
  }

  /// Where words end: at a bracket, at a comma, at the next dash.
  private static func end(_ cursor: TextCursor) -> Int {
    var place = cursor.place
    while place < cursor.end, !ASCII.isOne(cursor.bytes[place], of: "()[],;") {
      var ahead = TextCursor(cursor.bytes, ByteRange(place, cursor.end))
      if ASCII.isBlank(cursor.bytes[place - 1]), ahead.takeDash() { break }
      place += 1
    }
    return place
  }

  /// "shipped" with the capitals of another word.
  private static func shipped(like word: String) -> String {
    let letters = word.utf8.prefix(2)
    let capitals = letters.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if capitals == [true, true] { return "SHIPPED" }
    return capitals.first ?? false ? "Shipped" : "shipped"
  }
}
