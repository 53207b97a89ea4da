import StatusClaims

/// The statuses of a declared format. A word in brackets is a mark of boxes: `[~]`.
package struct StatusWords: Sendable {
  /// The statuses in text.
  let text: Vocabulary
  /// The statuses in boxes, besides `[ ]` and `[x]`.
  let boxes: [Vocabulary.Word]

  /// These words; `spellings` and `synonyms` say what others mean.
  package init(
    _ words: [Vocabulary.Word], spellings: [String: String] = [:], synonyms: [String: String] = [:]
  ) {
    func isBox(_ word: Vocabulary.Word) -> Bool { word.text.hasPrefix("[") && word.text.hasSuffix("]") }
    var text = Vocabulary(words.filter { !isBox($0) })
    text.spellings = Self.folded(spellings)
    text.synonyms = Self.folded(synonyms)
    self.text = text
    boxes = words.filter(isBox)
  }

  private static func folded(_ words: [String: String]) -> [String: String] {
    Dictionary(words.map { (Vocabulary.fold($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The boxes of a format with these statuses.
  var dialect: CheckboxDialect {
    var dialect = CheckboxDialect(ids: .dotted)
    dialect.hasParentsByID = false
    for box in boxes {
      let mark = Array(box.text.utf8)
      guard mark.count == 3 else { continue }
      dialect.marks[mark[1]] =
        switch box.stage {
        case .open: .open
        case .active: .active
        case .done, .closed: .done
        }
    }
    return dialect
  }

  /// How far something is of which the box, `box`, is written `text`; nil if it does not say.
  func stage(of box: Checklist.Box, _ text: String) -> Vocabulary.Stage? {
    switch box.meant ?? text {
    case "[ ]": .open
    case "[x]", "[X]": .done
    default: boxes.first { $0.text == text }?.stage
    }
  }

  /// The box for a stage; nil if there is none. An open box also is what has begun.
  func box(_ stage: Vocabulary.Stage) -> String? {
    if let box = boxes.first(where: { $0.stage == stage }) { return box.text }
    return switch stage {
    case .open, .active: "[ ]"
    case .done: "[x]"
    case .closed: nil
    }
  }

  /// The statuses that commands write: those in text, or how far a box can be if there are none.
  var written: Vocabulary {
    if !text.words.isEmpty { return text }
    let names: [(String, Vocabulary.Stage)] = [
      ("open", .open), ("active", .active), ("done", .done), ("closed", .closed),
    ]
    return Vocabulary(
      names.filter { _, stage in stage == .open || stage == .done || boxes.contains { $0.stage == stage } }
        .map { Vocabulary.Word($0, $1) })
  }

  /// The first word for a stage; nil if there is none.
  func word(_ stage: Vocabulary.Stage) -> String? { text.words.first { $0.stage == stage }?.text }
}
