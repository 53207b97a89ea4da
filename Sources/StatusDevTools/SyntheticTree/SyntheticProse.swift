/// Text of no meaning in the shape of what people and assistants write: sentences, lists, paragraphs.
struct SyntheticProse {
  var random: SyntheticRandom

  private static let verbs = [
    "Add", "Clarify", "Document", "Extend", "Fix", "Improve", "Investigate", "Refactor", "Remove", "Rename",
    "Replace", "Simplify", "Test", "Unify", "Validate", "Verify",
  ]
  private static let adjectives = [
    "atomic", "bounded", "cached", "cyclic", "default", "dependent", "empty", "incremental", "inductive",
    "internal", "legacy", "missing", "modal", "nested", "optional", "parallel", "recursive", "shared",
    "stale",
    "temporal", "typed", "verbose",
  ]
  private static let nouns = [
    "agent", "argument", "axiom", "binding", "cache", "command", "configuration", "context", "counterexample",
    "delegation", "dependency", "document", "editor", "environment", "error", "fixture", "formula", "frame",
    "guide", "handler", "index", "keymap", "lemma", "library", "link", "loader", "log", "marker", "model",
    "module",
    "operator", "parser", "path", "plugin", "proof", "prompt", "query", "registry", "report", "schema",
    "script",
    "session", "solver", "standard", "state", "summary", "table", "tactic", "template", "theorem", "workflow",
  ]
  private static let fillers = [
    "the", "a", "each", "this", "every", "its", "one", "of", "in", "for", "with", "before", "after",
    "without",
    "through", "and", "or", "so that", "because", "while", "when", "as", "until", "is", "are", "was", "keeps",
    "needs", "reads", "writes", "returns", "finds", "passes", "fails", "depends on", "follows", "only",
    "also",
    "never", "still", "first", "then", "again", "already", "café", "naïve", "→", "≥ 2", "`nil`", "**not**",
  ]

  /// A task's title of three to five words: "Refactor recursive parser cache".
  mutating func title() -> String {
    var words = [random.pick(Self.verbs)]
    if random.chance(80) { words.append(random.pick(Self.adjectives)) }
    words.append(random.pick(Self.nouns))
    words.append(random.pick(Self.nouns))
    return words.joined(separator: " ")
  }

  /// A few words without a full stop, for list items and fields.
  mutating func phrase(words: Range<Int> = 5..<11) -> String {
    var text = random.pick(Self.verbs)
    for _ in 0..<random.number(in: words) {
      text += " "
      text += word()
    }
    return text
  }

  /// A sentence of about eighty bytes.
  mutating func sentence() -> String { phrase(words: 9..<18) + "." }

  /// So many sentences in one line.
  mutating func paragraph(sentences: Int) -> String {
    var text = sentence()
    for _ in 1..<max(1, sentences) {
      text += " "
      text += sentence()
    }
    return text
  }

  /// A reason as one gives it beside a marker: no comma, no bracket, no full stop.
  mutating func reason() -> String {
    "waiting for the \(random.pick(Self.adjectives)) \(random.pick(Self.nouns)) of the \(random.pick(Self.nouns))"
  }

  /// A source file's path, in code marks.
  mutating func sourceFile() -> String {
    "`src/\(random.pick(Self.nouns))/\(random.pick(Self.adjectives))_\(random.pick(Self.nouns)).py`"
  }

  private mutating func word() -> String {
    switch random.number(in: 0..<10) {
    case 0..<5: random.pick(Self.fillers)
    case 5..<8: random.pick(Self.nouns)
    default: random.pick(Self.adjectives)
    }
  }
}
