import StatusFormats
import StatusText

/// What is wrong with the texts of a format of the project's own.
extension TextForm {
  typealias Fault = (message: Message, help: Message)

  static func nameFault(_ text: String) -> Fault? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { ASCII.isDigit($0) || ASCII.isLetter($0) && $0 & 0x20 != 0 }
    }
    if isName, let first = text.utf8.first, ASCII.isLetter(first) { return nil }
    return (
      "\"\(text)\" is not a name", "write small letters and digits with single hyphens, as in \"ledger\""
    )
  }

  static func rootFault(_ text: String) -> Fault? {
    if let fault = filesFault(text) { return fault }
    if text.contains(text: "**") {
      return (
        "\"**\" does not mark a root in \"\(text)\"",
        "write the path of a file or directory that every root has"
      )
    }
    return text.contains(text: "{")
      ? ("a placeholder does not mark a root in \"\(text)\"", "write a name, or \"*\" for any part of one")
      : nil
  }

  static func filesFault(_ text: String) -> Fault? {
    do throws(PlacePattern.Fault) {
      _ = try PlacePattern(text)
      return nil
    } catch {
      return switch error {
      case .absolute:
        (
          "the pattern \"\(text)\" begins with a slash",
          "paths begin in the root of the format: leave out the slash"
        )
      case .parent:
        (
          "the pattern \"\(text)\" contains \"..\"",
          "paths begin in the root of the format, and stay below it"
        )
      case .emptyName: ("the pattern \"\(text)\" contains \"//\"", "write one slash between two names")
      case .severalDoubleStars: ("the pattern \"\(text)\" contains \"**\" twice", "write it once")
      case .name(let fault): patternFault(text, fault)
      }
    }
  }

  static func lineFault(_ text: String) -> Fault? {
    do throws(TextPattern.Fault) {
      _ = try TextPattern(text)
      return nil
    } catch {
      return patternFault(text, error)
    }
  }

  /// The form of an id has placeholders of its own.
  static func idFault(_ text: String) -> Fault? {
    if let fault = lineFault(text) { return fault }
    let others = TextPattern.Placeholder.allCases.filter { ![.number, .numbers, .word].contains($0) }
    guard let pattern = try? TextPattern(text), let other = others.first(where: pattern.has) else {
      return nil
    }
    return (
      "{\(other.rawValue)} is not a part of an id in \"\(text)\"", "use {number}, {numbers} or {word}"
    )
  }

  private static func patternFault(_ text: String, _ fault: TextPattern.Fault) -> Fault {
    let names = TextPattern.Placeholder.allCases.map(\.rawValue)
    return switch fault {
    case .empty: ("the pattern is empty", "write one such as \"Phase {id}: {title}\"")
    case .openBrace: ("a brace of the pattern \"\(text)\" is not closed", "write a placeholder such as {id}")
    case .unknownPlaceholder(let name):
      (
        "{\(name)} is not a placeholder in \"\(text)\"",
        WordForm("a placeholder", "placeholders", names).help(for: name)
      )
    case .adjacentTexts:
      (
        "nothing stands between two placeholders of any text in \"\(text)\"",
        "write what is between them, as in \"{title} - {status}\""
      )
    case .repeatedPlaceholder(let name):
      ("{\(name)} occurs twice in \"\(text)\"", "use {text} for what does not matter")
    }
  }

  static func keysFault(_ text: String) -> Fault? {
    do throws(DataPath.Fault) {
      _ = try DataPath(text)
      return nil
    } catch {
      let help: Message = "write keys with dots between them, as in \"tasks.*.status\" or \"stories.{id}\""
      return switch error {
      case .empty, .emptyKey: ("a key of the path \"\(text)\" is empty", help)
      case .severalIds: ("the path \"\(text)\" contains {id} twice", help)
      }
    }
  }
}
