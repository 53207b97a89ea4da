import StatusSyntax
import StatusText
import Testing

/// What RFC 8259 takes and refuses, production by production.
struct JSONGrammarTests {
  static let accepted: [String] = [
    // Any value may be the whole text (section 2), with white space around it.
    "null", "true", "false", "0", "\"\"", "[]", "{}", " null ", "\t\r\n [] \n", "\n\n1\n", "[ ]", "{ }",
    "[\n]",
    // Arrays.
    "[1]", "[1,2]", "[1 , 2]", "[[]]", "[[],[]]", "[[[[1]]]]", "[null,true,false]", "[{}]", "[{},{}]",
    "[\"a\",1,null,[],{}]", "[1\n,\r\n2\t]", "[[],1]", "[{\"a\":[]}]",
    // Objects.
    "{\"a\":1}", "{ \"a\" : 1 }", "{\"a\":1,\"b\":2}", "{\"\":0}", "{\"a\":{}}", "{\"a\":{\"a\":{}}}",
    "{\"a\":[{\"a\":1}]}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "{\"\\u0061\":1}", "{\"a b\":null}",
    "{\"a\\\"b\":0}", "{\"\\u0000\":0}", "{\n\"a\"\n:\n1\n}", "{\"é\":\"é\"}", "{\"a\":true ,\"b\":false}",
    // Numbers (section 6).
    "-0", "1", "-1", "10", "123456789", "0.0", "0.5", "-0.5", "1.5", "1.50", "1e1", "1E1", "1e+1", "1e-1",
    "1E+01", "0e0", "0e+00", "0.1e1", "-0e-0", "1.25e+10", "[0]", "[-1]", "{\"a\":-1.5E-3}", "1 ", "[1e5,2]",
    // Any size: what a reader makes of it is its own affair.
    "123456789012345678901234567890", "-99999999999999999999999", "1e400", "-1e400", "1e-400",
    "0e99999999999",
    "0.10000000000000000000000000000000000000001", "1.7976931348623157e308",
    // Strings (section 7).
    "\"a\"", "\" \"", "\"abcdefgh\"", "\"abcdefghi\"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"/\"",
    "\"\\b\\f\\n\\r\\t\"",
    "\"\\u0041\"", "\"\\u00e9\\u00E9\"", "\"\\uFFFF\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"",
    "\"\\uD83D\\uDE00\"",
    "\"\\\\u0041\"", "\"\\\\\\\\\"", "\"'\"", "\"\u{7F}\"", "\"é\"", "\"€\"", "\"😀\"", "\"\u{10FFFF}\"",
    "\"\u{FFFE}\"", "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"\u{A0}\"", "\"a\\u0301\"", "\"{}[],:\"",
    "\"// no comment\"", "\"/* nor this */\"", "\"<<<<<<< HEAD\"", "\"null\"", "\"1234567\\n\"",
    "\"12345678\\\"9\"",
    // Half a surrogate pair is within the grammar (section 8.2).
    "\"\\ud800\"", "\"\\udc00\"", "\"\\udc00\\ud800\"", "\"\\ud800\\ud800\\udc00\"", "\"\\ud800a\"",
    "\"\\ud800\\n\"",
    // A byte order mark may be passed over (section 8.1).
    "\u{FEFF}{}", "\u{FEFF} 1",
  ]

  static let rejected: [String] = [
    // No value, or more than one.
    "", " ", "\n", "\u{FEFF}", "1 2", "[] []", "{} {}", "{}{}", "[]1", "1,", "[],", "{}}", "[]]",
    "\"a\" \"b\"",
    "\"a\"b", "null null", "{\"a\":1} x", "truefalse", "[1]\u{0}", ",", ":", "]", "}", ")",
    // Cut off.
    "[", "{", "\"", "[1", "[1,", "[\"", "[\"a", "[\"a\"", "[[", "[[]", "[{", "[{}", "[1,2", "{\"", "{\"a",
    "{\"a\"",
    "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":{", "{\"a\":[}", "\"\\", "\"\\u", "\"\\u00", "\"abc",
    "\"abc\\\"", "-",
    "1.", "1e", "1e+", "t", "tru", "nul", "fals", "[tru", "[1e",
    // Commas.
    "[1,]", "[,1]", "[,]", "[1,,2]", "[1,2,,]", "[,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}",
    "{\"a\":1,,}", "[1 2]", "[\"a\" \"b\"]", "[1 true]", "[[]1]", "[{}{}]", "{\"a\":1 \"b\":2}",
    "{\"a\":1\n\"b\":2}",
    "[1;2]", "{\"a\":1;\"b\":2}",
    // Keys and colons.
    "{1:1}", "{a:1}", "{'a':1}", "{null:1}", "{[]:1}", "{\"a\"}", "{\"a\",\"b\"}", "{\"a\" 1}", "{\"a\"::1}",
    "{\"a\":}", "{\"a\":,\"b\":1}", "{:1}", "{\"a\"=1}", "{\"a\"=>1}", "{\"a\":1:2}", "{\"a\":\"b\":\"c\"}",
    "{\"a\":1 b}",
    "[\"a\":1]", "[1:2]", "{true}", "{{}}", "{[]}",
    // Brackets that do not match.
    "[}", "{]", "[1}", "{\"a\":1]", "[{]}", "[(1)]", "[[1]", "<null>", "(1)",
    // Numbers.
    "01", "-01", "00", "007", "0123.5", "+1", "[+1]", "--1", "-+1", "- 1", "1 000", "1_000", ".5", "-.5",
    "1.", "-1.",
    "1.e1", ".e1", "1..2", "1.2.3", "0.", "0.e1", "e1", "1e", "1e+", "1e-", "1ee2", "1e1.5", "1e 1", "1.5e",
    "0x1F",
    "0b1", "0o7", "1f", "1n", "١", "1,5", "½", "1\u{0}", "-a", "1a", "[1a]", "[-]", "[0e]", "[1.]", "#1",
    "NaN", "-NaN", "Infinity", "-Infinity", "+Infinity", "inf", "nan", "[NaN]", "[-Infinity]",
    // Words.
    "True", "FALSE", "Null", "None", "undefined", "nil", "nullx", "null1", "true_", "[truex]", "yes", "a",
    "[a]",
    "\u{FF54}rue", "tru\u{435}",
    // Strings.
    "'a'", "['a']", "`a`", "“a”", "\"a\nb\"", "\"a\rb\"", "\"a\tb\"", "\"\u{0}\"", "\"\u{1}\"", "\"\u{1F}\"",
    "\"\u{B}\"",
    "\"1234567\n\"", "\"12345678\n\"", "\"\\a\"", "\"\\x41\"", "\"\\'\"", "\"\\0\"", "\"\\ \"", "\"\\\n\"",
    "\"\\é\"", "\"\\U0041\"",
    "\"\\v\"", "\"\\e\"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"", "\"\\u123g\"", "\"\\ug123\"",
    "\"\\u 123\"", "\"\\u-123\"",
    "\"\\u12\\u3456\"", "\"\\ud83d\\u\"", "\"\\ud83d\\ude0\"", "\"\\u{41}\"", "\"\"\"", "\"a\"\"",
    "{\"a\nb\":1}", "\\u0022",
    // Comments and other white space.
    "// a\n1", "1 // a", "/* a */ 1", "1 /* a */", "[1, /* a */ 2]", "{\"a\": 1 // b\n}", "/", "/1", "# a\n1",
    "<!-- a -->1", "\u{B}1", "\u{C}1", "\u{A0}1", "\u{2003}1", "\u{3000}1", "\u{2028}1", "\u{85}1",
    "\u{200B}1",
    "1\u{FEFF}", "\u{FEFF}\u{FEFF}1", "[\u{FEFF}]", "\u{0}", "\u{7F}", "\u{1A}",
    // Files that are something else.
    "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n", "---\na: 1\n", "<html></html>", "a = 1", "{\"a\": $b}",
  ]

  @Test("takes what the grammar has", arguments: accepted)
  func accepts(text: String) {
    let tree = JSONTree(SourceText(text))
    #expect(tree.error == nil)
    #expect(tree.root != nil)
    #expect(tree.printed == tree.source.bytes)
  }

  @Test("refuses what the grammar does not have", arguments: rejected)
  func rejects(text: String) {
    let tree = JSONTree(SourceText(text))
    #expect(tree.error != nil)
    #expect(tree.root == nil)
    #expect(tree.nodes.isEmpty)
    #expect(tree.printed == nil)
  }

  static let illFormed: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
    [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x28, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE9],
  ]

  @Test("refuses bytes in a string that are not UTF-8 and says which", arguments: illFormed)
  func rejectsIllFormed(bytes: [UInt8]) throws {
    for text in [Array("[\"ab".utf8) + bytes + Array("\"]".utf8), Array("[\"ab".utf8) + bytes] {
      let error = try #require(JSONTree(SourceText(path: "text", bytes: text)).error)
      #expect(error.offset == 4)
      #expect(error.expected == "UTF-8")
    }
    #expect(JSONTree(SourceText(path: "text", bytes: bytes)).error != nil)
  }

  @Test("refuses UTF-16")
  func rejectsUTF16() {
    for text: [UInt8] in [[0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0xFE, 0xFF, 0, 0x7B, 0, 0x7D]] {
      let error = JSONTree(SourceText(path: "text", bytes: text)).error
      #expect(error?.found == "the byte order mark of UTF-16")
    }
    #expect(JSONTree(SourceText(path: "text", bytes: [0x7B, 0, 0x7D, 0])).error != nil)
  }

  @Test("takes every well-formed character in a string")
  func takesEveryScalar() {
    var text = "["
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 17) {
      guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
      text += "\"\(scalar)\","
    }
    let tree = JSONTree(SourceText(text + "0]"))
    #expect(tree.error == nil)
    #expect(tree.printed == tree.source.bytes)
  }

  @Test("finds a byte that ends or spoils a string wherever it stands")
  func findsStopsAtEveryPlace() throws {
    for length in 1..<40 {
      for place in 0..<length {
        for stop in [UInt8](0..<0x20) + [0x22, 0x5C, 0x80, 0xFF] {
          var text = [UInt8](repeating: UInt8(ascii: "x"), count: length + 1)
          text[place] = stop
          let error = JSONTree(SourceText(path: "text", bytes: [0x22] + text + [0x22])).error
          let fault = try #require(error, "\(stop) at \(place) of \(length)")
          #expect(fault.offset == (stop == 0x22 ? place + 2 : place + 1))
        }
      }
    }
  }

  @Test("nests as deep as the limit and no deeper")
  func limitsDepth() throws {
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
      func nested(_ depth: Int) -> JSONTree {
        let inside = opening == "[" ? "" : "1"
        let text =
          String(repeating: opening, count: depth) + inside + String(repeating: closing, count: depth)
        return JSONTree(SourceText(text))
      }
      #expect(nested(512).error == nil)
      #expect(nested(512).nodes.count == (opening == "[" ? 512 : 513))
      let error = try #require(nested(513).error)
      #expect(error.found == "brackets nested deeper than 512")
      #expect(error.offset == 512 * opening.utf8.count)
      #expect(nested(100_000).error == error)
    }
    #expect(JSONTree(SourceText("[[]]"), depthLimit: 1).error?.offset == 1)
    #expect(JSONTree(SourceText("[[],[]]"), depthLimit: 2).error == nil)
    #expect(JSONTree(SourceText("1"), depthLimit: 0).error == nil)
  }
}
