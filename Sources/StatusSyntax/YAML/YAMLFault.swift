import StatusText

/// A place that cannot be read as YAML, or whose YAML is not supported.
package struct YAMLFault: Error, Hashable, Sendable {
  /// Why it cannot be read.
  package enum Reason: CaseIterable, Sendable {
    case anchor, alias, tag, mergeKey, explicitKey, directive, secondDocument
    case tab, misaligned, tooDeep, notAnEntry, longKey
    case unclosedQuote, unclosedBracket, badEscape, badBlockHeader, badBlockIndent
    case reservedCharacter, noColonInBraces, textAfterValue, colonInText, listInLine, invalidCharacter
  }

  /// The bytes that cannot be read, up to the end of their line at most.
  package var range: ByteRange
  /// Why they cannot be read.
  package var reason: Reason

  /// What is wrong, as a clause.
  package var message: String {
    switch reason {
    case .anchor: "an anchor (\"&\") is not supported here"
    case .alias: "an alias (\"*\") is not supported here"
    case .tag: "a tag (\"!\") is not supported here"
    case .mergeKey: "a merge key (\"<<\") is not supported here"
    case .explicitKey: "a key after \"?\" is not supported here"
    case .directive: "a directive (\"%\") is not supported here"
    case .secondDocument: "a second document is not supported here"
    case .tab: "the indentation contains a tab"
    case .misaligned: "the line is not indented like the lines around it"
    case .tooDeep: "maps and lists are nested deeper than \(YAMLTree.depthLimit)"
    case .notAnEntry: "the line is not an entry \"key: value\""
    case .longKey: "the key is longer than \(YAMLParser.keyLimit) bytes"
    case .unclosedQuote: "the quote is not closed"
    case .unclosedBracket: "the bracket is not closed"
    case .badEscape: "the backslash does not begin an escape"
    case .badBlockHeader: "the \"|\" or \">\" is followed by other text"
    case .badBlockIndent: "a line of the text is indented less than the blank line before it"
    case .reservedCharacter: "a value cannot begin with this character"
    case .noColonInBraces: "the text in braces is not a map \"{key: value}\""
    case .textAfterValue: "there is more text after the value"
    case .colonInText: "the text contains a colon before a blank"
    case .listInLine: "a list cannot begin here"
    case .invalidCharacter: "the text contains a control character or bytes that are not UTF-8"
    }
  }

  /// What to do.
  package var help: String {
    switch reason {
    case .anchor, .alias, .tag, .mergeKey: "write the value out; if it is text, put it in quotes"
    case .explicitKey, .notAnEntry: "write \"key: value\""
    case .directive, .secondDocument: "keep one document without directives in a file"
    case .tab: "indent with spaces"
    case .misaligned, .badBlockIndent: "indent it like its neighbors, or put text of several lines in quotes"
    case .tooDeep: "nest less deeply"
    case .longKey: "use a shorter key"
    case .unclosedQuote: "add the closing quote, and double a quote inside of single quotes"
    case .unclosedBracket: "add the closing bracket, or put the text in quotes"
    case .badEscape: "write \"\\\\\" for a backslash, or use single quotes"
    case .badBlockHeader: "begin the text on the next line, or put it in quotes"
    case .reservedCharacter, .noColonInBraces, .textAfterValue, .colonInText: "put the value in quotes"
    case .listInLine: "begin the list on the next line, or put the text in quotes"
    case .invalidCharacter: "write the character as an escape in double quotes, or remove it"
    }
  }
}
