import StatusModel
import StatusText

/// What a text in a configuration is, and what is wrong with one that is not.
package enum TextForm: Sendable {
  /// The address or path of a schema.
  case schema
  /// The path of a file or directory, relative to the directory of the configuration file, and never above it.
  case path
  /// The path of a configuration file, relative to the directory of the one that extends it.
  case extended
  /// A pattern for paths from the repository root.
  case pattern
  /// What is before the number in the name of a task's directory.
  case prefix
  /// The marker of a status, without brackets.
  case marker
  /// Any other spelling of a status.
  case spelling
  /// The value of a status in state files.
  case stateValue
  /// The name of a status, in any spelling.
  case status
  /// The same, with a hyphen before it where it is to be taken away.
  case statusOrRemoval
  /// The name of a format or of a kind of subjects.
  case name
  /// Any text.
  case words
  /// What marks the roots of a format: a path below them.
  case rootMark
  /// Files of a format.
  case files
  /// The form of an id.
  case id
  /// What is written in a line.
  case line
  /// A path of keys.
  case keys

  /// The form in a few words, with an article.
  var phrase: String {
    switch self {
    case .schema: "the address of a JSON Schema"
    case .path, .extended: "a path"
    case .pattern: "a pattern"
    case .prefix: "a prefix"
    case .marker: "a marker"
    case .spelling: "a spelling"
    case .stateValue: "a value of state files"
    case .status, .statusOrRemoval: "a status"
    case .name: "a name"
    case .words: "a text"
    case .rootMark, .files, .id, .line: "a pattern"
    case .keys: "a path of keys"
    }
  }

  /// Several of the form.
  var plural: String {
    switch self {
    case .schema: "addresses"
    case .path, .extended: "paths"
    case .pattern: "patterns"
    case .prefix: "prefixes"
    case .marker: "markers"
    case .spelling: "spellings"
    case .stateValue: "values"
    case .status, .statusOrRemoval: "statuses"
    case .name: "names"
    case .words: "texts"
    case .rootMark, .files, .id, .line: "patterns"
    case .keys: "paths of keys"
    }
  }

  /// A regular expression for valid texts, as JSON Schema has it; nil if any text that is not empty may be valid.
  package var regularExpression: String? {
    switch self {
    case .marker: "^[A-Z]+([ -][A-Z]+)*$"
    case .stateValue: "^[a-z]+(_[a-z]+)*$"
    case .prefix: "^[A-Za-z]+_$"
    case .name: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
    case .schema, .path, .extended, .pattern, .spelling, .status, .statusOrRemoval: nil
    case .words, .rootMark, .files, .id, .line, .keys: nil
    }
  }

  /// What is wrong with a text, and what to do about it; nil if it is valid.
  func fault(in text: String) -> (message: Message, help: Message)? {
    if text.isEmpty { return ("the text is empty", "write \(phrase)") }
    return switch self {
    case .schema, .status, .statusOrRemoval, .words: nil
    case .name: Self.nameFault(text)
    case .rootMark: Self.rootFault(text)
    case .files: Self.filesFault(text)
    case .id: Self.idFault(text)
    case .line: Self.lineFault(text)
    case .keys: Self.keysFault(text)
    case .path: Self.absoluteFault(text) ?? Self.outerFault(text)
    case .extended: Self.absoluteFault(text)
    case .pattern: Self.patternFault(text)
    case .prefix: Self.prefixFault(text)
    case .marker: Self.markerFault(text)
    case .spelling: Self.spellingFault(text)
    case .stateValue:
      Self.isWords(text, joint: "_", letters: 0x61...0x7A)
        ? nil
        : (
          "\"\(text)\" is not a value of state files",
          "write small letters with single underscores, as in \"on_hold\""
        )
    }
  }

  private static func absoluteFault(_ text: String) -> (message: Message, help: Message)? {
    let help: Message = "paths begin in the directory of the configuration file"
    if text.utf8.first == UInt8(ascii: "/") { return ("the path \"\(text)\" is absolute", help) }
    return text.utf8.contains(0) ? ("the path \"\(text)\" contains a NUL", help) : nil
  }

  private static func outerFault(_ text: String) -> (message: Message, help: Message)? {
    guard text.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    else {
      return nil
    }
    return (
      "the path \"\(text)\" contains \"..\"", "paths stay below the directory of the configuration file"
    )
  }

  private static func prefixFault(_ text: String) -> (message: Message, help: Message)? {
    let letters = text.utf8.dropLast()
    if text.utf8.last == UInt8(ascii: "_"), !letters.isEmpty, letters.allSatisfy(ASCII.isLetter) {
      return nil
    }
    return (
      "\"\(text)\" is not a prefix of task directories", "write letters and an underscore, as in \"OC_\""
    )
  }

  private static func patternFault(_ text: String) -> (message: Message, help: Message)? {
    do throws(PathPattern.Fault) {
      _ = try PathPattern(text)
      return nil
    } catch {
      return switch error {
      case .empty: ("the pattern is empty", "write one such as \"specs/archive/**\"")
      case .absolute:
        (
          "the pattern \"\(text)\" begins with a slash",
          "paths begin in the repository root: leave out the slash"
        )
      case .parent:
        ("the pattern \"\(text)\" contains \"..\"", "paths begin in the repository root, and stay below it")
      case .negated:
        (
          "the pattern \"\(text)\" begins with an exclamation mark, but a pattern cannot take files away",
          "write an entry of its own for these files, after this one, or \\! for an exclamation mark"
        )
      case .partialDoubleStar:
        (
          "\"**\" is part of a name in the pattern \"\(text)\"",
          "\"**\" is a whole component, as in \"specs/**/plans/*.md\"; \"*\" is any part of a name"
        )
      case .openClass:
        (
          "a bracket of the pattern \"\(text)\" is not closed",
          "write a class such as [0-9], or \\[ for a bracket"
        )
      case .braces:
        (
          "the pattern \"\(text)\" contains a brace",
          "write a pattern for each alternative, or \\{ for a brace"
        )
      case .endsInBackslash:
        ("the pattern \"\(text)\" ends in a backslash", "a backslash takes the character after it as it is")
      }
    }
  }

  private static func markerFault(_ text: String) -> (message: Message, help: Message)? {
    guard isWords(text, joint: " -", letters: 0x41...0x5A) else {
      return (
        "\"\(text)\" is not a marker",
        "write capital letters with single spaces or hyphens, as in \"ON HOLD\""
      )
    }
    return lengthFault(text)
  }

  private static func spellingFault(_ text: String) -> (message: Message, help: Message)? {
    let lower = String(decoding: text.utf8.map(ASCII.lowercased), as: UTF8.self)
    guard isWords(lower, joint: " -_", letters: 0x61...0x7A) else {
      return (
        "\"\(text)\" is not a spelling of a status",
        "write letters with single spaces, hyphens or underscores"
      )
    }
    return lengthFault(text)
  }

  private static func lengthFault(_ text: String) -> (message: Message, help: Message)? {
    let most = StatusVocabulary.mostLetters
    let count = text.utf8.count { ASCII.isLetter($0) }
    return count > most
      ? ("\"\(text)\" has \(Counted(count, "letter"))", "a status has at most \(most)") : nil
  }

  /// Whether `text` is words of `letters` with one of `joint` between each two.
  private static func isWords(_ text: String, joint: StaticString, letters: ClosedRange<UInt8>) -> Bool {
    var isInWord = false
    for byte in text.utf8 {
      if letters.contains(byte) {
        isInWord = true
      } else {
        guard isInWord, ASCII.isOne(byte, of: joint) else { return false }
        isInWord = false
      }
    }
    return isInWord
  }
}
