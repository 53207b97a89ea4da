import StatusSyntax
import StatusText
import Testing

/// What is said about a text that is not JSON, and where.
struct JSONSyntaxErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var found: String
    var expected: String
    var testDescription: String { text }

    init(_ text: String, _ line: Int, _ column: Int, _ found: String, _ expected: String) {
      self.text = text
      self.line = line
      self.column = column
      self.found = found
      self.expected = expected
    }
  }

  static let faults: [Fault] = [
    Fault("", 1, 1, "an empty file", "a JSON value"),
    Fault("\n\n", 3, 1, "an empty file", "a JSON value"),
    Fault("{\n  \"a\": 1,\n}\n", 2, 9, "a trailing comma", "'}' or another member after it"),
    Fault("[1,\n 2,\n]", 2, 3, "a trailing comma", "']' or another element after it"),
    Fault("{\"a\": 1\n \"b\": 2}", 2, 2, "'\"'", "',' or '}'"),
    Fault("[1\n2]", 2, 1, "'2'", "',' or ']'"),
    Fault("[1,,2]", 1, 4, "','", "a value"),
    Fault("[,1]", 1, 2, "','", "a value or ']'"),
    Fault("{,}", 1, 2, "','", "a key in double quotes or '}'"),
    Fault("{}\n{}\n", 2, 1, "a second JSON document", "the end of the file"),
    Fault("{}\n[1]", 2, 1, "a second JSON document", "the end of the file"),
    Fault("{}}", 1, 3, "'}'", "the end of the file"),
    Fault("{\"a\": [1, 2", 1, 12, "the end of the file", "',' or ']'"),
    Fault("{\"a\": 1,\n", 2, 1, "the end of the file", "a key in double quotes"),
    Fault("{\"a\"", 1, 5, "the end of the file", "':'"),
    Fault("{\"a\":", 1, 6, "the end of the file", "a value"),
    Fault("[\"ab", 1, 5, "the end of the file", "'\"'"),
    Fault("[\"ab\\", 1, 6, "the end of the file", "'\"'"),
    Fault("{'a': 1}", 1, 2, "a single quote", "a key in double quotes or '}'"),
    Fault("{\"é\": 'a'}", 1, 7, "a single quote", "a value"),
    Fault("{a: 1}", 1, 2, "'a'", "a key in double quotes or '}'"),
    Fault("{\"b\": 1, a_1: 1}", 1, 10, "'a_1'", "a key in double quotes"),
    Fault("{\"a\" 1}", 1, 6, "'1'", "':'"),
    Fault("{\"a\": // b\n1}", 1, 7, "a comment", "a value"),
    Fault("/* a */ 1", 1, 1, "a comment", "a value"),
    Fault("[NaN]", 1, 2, "'NaN'", "a value or ']'"),
    Fault("[1, Infinity]", 1, 5, "'Infinity'", "a value"),
    Fault("[1, -Infinity]", 1, 5, "'-Infinity'", "a number"),
    Fault("True", 1, 1, "'True'", "a value"),
    Fault("[nulll]", 1, 2, "'nulll'", "a value or ']'"),
    Fault(
      "{\"a\": \(String(repeating: "x", count: 99))}", 1, 7, "'\(String(repeating: "x", count: 24))…'",
      "a value"),
    Fault("[1, 007]", 1, 5, "a number with a leading zero", "a number without one"),
    Fault("[-012]", 1, 2, "a number with a leading zero", "a number without one"),
    Fault("[1.]", 1, 4, "']'", "a digit after the decimal point"),
    Fault("[1e]", 1, 4, "']'", "a digit in the exponent"),
    Fault("[-]", 1, 3, "']'", "a digit after the minus sign"),
    Fault("[.5]", 1, 2, "'.'", "a value or ']'"),
    Fault("+1", 1, 1, "'+'", "a value"),
    Fault("0x1F", 1, 2, "'x1F'", "the end of the file"),
    Fault("[\"a\n\"]", 1, 4, "a line break in a string", "'\"' or '\\n'"),
    Fault(
      "[\"a\tb\"]", 1, 4, "the control character U+0009 in a string", "an escape such as '\\t' or '\\u0001'"),
    Fault(
      "\"\u{1F}\"", 1, 2, "the control character U+001F in a string", "an escape such as '\\t' or '\\u0001'"),
    Fault("[\"a\\x\"]", 1, 4, "a backslash before 'x'", "one of '\"', '\\', '/', b, f, n, r, t, u after it"),
    Fault("\"\\u12g4\"", 1, 2, "'g' in an escape", "four hexadecimal digits after '\\u'"),
    Fault("\"\\u12", 1, 2, "the end of the file in an escape", "four hexadecimal digits after '\\u'"),
    Fault("\u{FEFF}\u{FEFF}1", 1, 2, "the character U+FEFF", "a value"),
    Fault("[1,\u{A0}2]", 1, 4, "the character U+00A0", "a value"),
    Fault("[\u{0}]", 1, 2, "the control character U+0000", "a value or ']'"),
    Fault("“a”", 1, 1, "'“'", "a value"),
    Fault(
      "{\n<<<<<<< HEAD\n\"a\": 1\n", 2, 1, "the conflict marker '<<<<<<<'", "a key in double quotes or '}'"),
    Fault("{\"a\": 1\n=======\n}", 2, 1, "the conflict marker '======='", "',' or '}'"),
    Fault("{}\n>>>>>>> b\n", 2, 1, "the conflict marker '>>>>>>>'", "the end of the file"),
    Fault("[1,\r\n||||||| b\r\n2]", 2, 1, "the conflict marker '|||||||'", "a value"),
    Fault("[ <<<<<<<]", 1, 3, "'<'", "a value or ']'"),
  ]

  @Test("says what was found, what was expected, and where", arguments: faults)
  func says(fault: Fault) throws {
    let source = SourceText(fault.text)
    let error = try #require(JSONTree(source).error)
    #expect(error.found == fault.found)
    #expect(error.expected == fault.expected)
    #expect(error.message == "found \(fault.found), expected \(fault.expected)")
    let place = LineIndex(source).position(at: error.offset)
    #expect(place == TextPosition(line: fault.line, column: fault.column))
    #expect(error.range.upper <= source.bytes.count)
  }

  @Test("points at what is open")
  func pointsAtTheOpening() {
    func opened(_ text: String) -> ByteRange? { JSONTree(SourceText(text)).error?.opened }
    #expect(opened("{\"a\": [1, 2") == ByteRange(6, 7))
    #expect(opened("{\"a\": [1, 2]") == ByteRange(0, 1))
    #expect(opened("[1, \"ab") == ByteRange(4, 5))
    #expect(opened("[\"a\n\"]") == ByteRange(1, 2))
    #expect(opened("[1,]") == ByteRange(0, 1))
    #expect(opened("nul") == nil)
    #expect(opened("[] 1") == nil)
  }

  @Test("the range is the offending text")
  func rangeIsTheText() throws {
    func offending(_ text: String) throws -> String {
      let tree = JSONTree(SourceText(text))
      return tree.source.text(try #require(tree.error).range)
    }
    #expect(try offending("[1, 2,\n]") == ",")
    #expect(try offending("[1, undefined]") == "undefined")
    #expect(try offending("[-Infinity]") == "-Infinity")
    #expect(try offending("[0012]") == "0012")
    #expect(try offending("\"\\x\"") == "\\x")
    #expect(try offending("\"\\u12g\"") == "\\u12g")
    #expect(try offending("<<<<<<< HEAD\n") == "<<<<<<<")
    #expect(try offending("[") == "")
  }
}
