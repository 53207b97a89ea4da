import StatusText

/// How a format writes tasks with boxes, as data.
package struct CheckboxDialect: Sendable {
  /// How tasks are numbered.
  package enum Ids: Sendable {
    /// `1.2`, `1.2a`, `1.`, `1)`.
    case dotted
    /// The same, and `1` without a dot, and `A-1.2`.
    case dottedOrBare
    /// `T012`, `T012a`, `T012-TEST`.
    case tasks
    /// `#1`.
    case hashed
  }

  /// What a mark in a box means.
  package enum State: Sendable {
    case open, done, active, queued
    /// Nothing to this format.
    case unknown
  }

  /// The marks besides the blank and `x`, which every format has.
  package var marks: [UInt8: State] = [:]
  /// The letter of a tick in a file that has none yet.
  package var tick: UInt8 = UInt8(ascii: "x")
  /// How tasks are numbered.
  package var ids: Ids
  /// Whether 1.2 is a part of 1, wherever they stand in a section.
  package var hasParentsByID = true
  /// The words by which a task says that it is not to be done any more.
  package var dropped = WordList.dropped
  /// The words by which a heading says that what is below it is not a part of the work.
  package var aside = WordList.aside
  /// The beginnings of tasks that are done after all others, and perhaps never ticked.
  package var chores = WordList([])

  /// A dialect with the usual marks and words.
  package init(ids: Ids) { self.ids = ids }

  /// The boxes that it knows, for messages: `"[ ]", "[x]"`.
  package var boxes: String {
    let known = [UInt8(ascii: " ")] + marks.keys.sorted() + [tick]
    return known.map { "\"[\(String(decoding: [$0], as: UTF8.self))]\"" }.joined(separator: ", ")
  }
}

// MARK: Statuses

extension CheckboxDialect {
  /// The statuses of tasks, as words.
  package var statuses: Vocabulary {
    let states = marks.values
    var words = Vocabulary([.init("open", .open)])
    if states.contains(.queued) { words.words.append(.init("queued", .open)) }
    if states.contains(.active) { words.words.append(.init("in-progress", .active)) }
    words.words.append(.init("done", .done))
    words.spellings = ["complete": "done", "completed": "done"]
    return words
  }

  /// The word for what a mark means; nil if it means nothing.
  package static func word(for state: State) -> String? {
    switch state {
    case .open: "open"
    case .queued: "queued"
    case .active: "in-progress"
    case .done: "done"
    case .unknown: nil
    }
  }

  /// The mark for a status; `tick` is that of the file.
  package func mark(for word: String, tick: UInt8) -> UInt8 {
    switch word {
    case "done": tick
    case "queued": marks.first { $0.value == .queued }?.key ?? ASCII.space
    case "in-progress": marks.first { $0.value == .active }?.key ?? ASCII.space
    default: ASCII.space
    }
  }
}

extension WordList {
  /// How tasks say that they were given up.
  package static let dropped = WordList([
    "deferred", "defer", "skipped", "skip", "reverted", "dropped", "n/a", "optional", "cancelled", "canceled",
    "superseded",
    "obsolete", "not needed", "no longer needed", "not required", "not applicable", "won't do", "wontfix",
    "won't fix",
    "out of scope", "postponed", "descoped", "de-scoped", "follow-up", "followup", "follow-ups", "removed",
    "abandoned",
    "deprecated", "moved", "not doing", "intentionally not", "intentionally skipped", "future",
    "可选", "延后", "跳过", "推迟", "已取消", "取消", "暂缓", "不做", "后续", "スキップ", "見送り", "延期", "任意", "オプション", "保留",
    "diferido", "diferida", "omitido", "opcional", "cancelado", "pospuesto", "adiado", "optionnel", "reporté",
    "différé",
    "entfällt", "zurückgestellt", "verschoben", "übersprungen",
  ])

  /// How headings say that what is below them is for another day.
  package static let aside = WordList([
    "follow-up", "follow-ups", "followup", "followups", "follow up", "optional", "out of scope",
    "out-of-scope",
    "future work", "future enhancement", "future enhancements", "future improvements", "future tasks",
    "future considerations",
    "future", "known gaps", "known gap", "deferred", "not in scope", "nice to have", "nice-to-have",
    "stretch", "postponed", "backlog",
    "post-merge", "可选", "后续", "已知缺口", "未来", "延后", "残課題", "今後", "将来", "任意", "オプション", "延期",
    "opcional", "futuro", "diferido", "pendientes futuros", "optionnel", "à venir", "später",
  ])
}
