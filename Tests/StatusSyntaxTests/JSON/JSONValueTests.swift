import StatusSyntax
import StatusText
import Testing

/// What is read out of a tree.
struct JSONValueTests {
  private func root(_ text: String) throws -> JSONValue {
    let tree = JSONTree(SourceText(text))
    #expect(tree.error == nil)
    return try #require(tree.root)
  }

  @Test("a node is small")
  func nodeIsSmall() {
    #expect(MemoryLayout<JSONTree.Node>.stride <= 24)
  }

  @Test("members come in order with their keys and ranges")
  func members() throws {
    let text = #"{ "b" : [1, {"x": 2}], "a": "é", "b": null }"#
    let object = try root(text)
    #expect(object.kind == .object)
    #expect(object.isContainer)
    #expect(!object.isMember)
    #expect(object.keyRange == .zero)
    #expect(object.key == "")
    let source = object.tree.source
    #expect(object.members.map(\.key) == ["b", "a", "b"])
    #expect(object.members.map { source.text($0.keyRange) } == [#""b""#, #""a""#, #""b""#])
    #expect(object.members.map { source.text($0.range) } == [#"[1, {"x": 2}]"#, #""é""#, "null"])
    #expect(object.members.count == 3)
    #expect(!object.members.isEmpty)
    #expect(object.elements.isEmpty)
    #expect(object.range == ByteRange(0, text.utf8.count))
  }

  @Test("elements come in order, whatever they hold")
  func elements() throws {
    let array = try root(#"[[[1],2],{"a":[3]},4,[],{},"5"]"#)
    #expect(
      array.elements.map(\.kind) == [.array, .object, .number, .array, .object, .string])
    #expect(array.members.isEmpty)
    #expect(array.elements.map { Array($0.elements).count } == [2, 0, 0, 0, 0, 0])
    #expect(array.elements.allSatisfy { !$0.isMember })
    #expect(try root("1").elements.isEmpty)
  }

  @Test("a key finds the last of its members, spelled as it may be")
  func subscripts() throws {
    let object = try root(#"{"a": 1, "b": {"a": 9}, "\u0061": 2, "": 3, "c\n": 4}"#)
    #expect(object["a"]?.integer == 2)
    #expect(object["b"]?["a"]?.integer == 9)
    #expect(object[""]?.integer == 3)
    #expect(object["c\n"]?.integer == 4)
    #expect(object["c"] == nil)
    #expect(object["A"] == nil)
    #expect(object["a"]?["a"] == nil)
    #expect(try root("[1]")["a"] == nil)
    #expect(try root(#"{"a": 1, "b": 2}"#)["a"]?.integer == 1)
  }

  static let strings: [(String, String)] = [
    (#""""#, ""), (#""a b""#, "a b"), (#""é€😀""#, "é€😀"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u20AC""#, "A\u{E9}\u{20AC}"), (#""\ud83d\ude00!""#, "😀!"),
    (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\\u0041""#, "\\u0041"), (#""é\n€\t😀""#, "é\n€\t😀"),
    (#""\u0000""#, "\0"),
  ]

  @Test("a string is unescaped", arguments: strings)
  func unescapes(spelling: String, text: String) throws {
    let value = try root(spelling)
    #expect(value.string.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(value.hasEscapes == spelling.contains("\\"))
    #expect(value.stringEquals(text))
    #expect(!value.stringEquals(text + "x"))
    #expect(!value.stringEquals("x" + text))
    #expect(!value.keyEquals(text))
    #expect(value.withStringBytes { Array($0) } == Array(text.utf8))
    #expect(value.contentRange == ByteRange(1, spelling.utf8.count - 1))
    let member = try #require(Array(try root("{\(spelling):\(spelling)}").members).first)
    #expect(Array(member.key.unicodeScalars) == Array(text.unicodeScalars))
    #expect(member.keyEquals(text))
    #expect(!member.keyEquals(text + "x"))
    #expect(!member.keyEquals("x" + text))
  }

  @Test("texts that only look the same differ")
  func comparesScalars() throws {
    let value = try root("\"\u{E9}\"")
    #expect(value.stringEquals("\u{E9}"))
    #expect(!value.stringEquals("e\u{301}"))
    #expect(try !root(#""\u00e9""#).stringEquals("e\u{301}"))
  }

  static let integers: [(String, Int?)] = [
    ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("9223372036854775807", .max),
    ("-9223372036854775808", .min),
    ("9223372036854775808", nil), ("-9223372036854775809", nil), ("99999999999999999999", nil), ("1.0", nil),
    ("1e2", nil), ("-1.5", nil), ("0E0", nil), ("\"1\"", nil), ("null", nil), ("[1]", nil),
  ]

  @Test("an integer is spelled as one and fits", arguments: integers)
  func readsIntegers(spelling: String, value: Int?) throws {
    #expect(try root(spelling).integer == value)
  }

  @Test("other scalars")
  func scalars() throws {
    #expect(try root("1.5").double == 1.5)
    #expect(try root("-2E3").double == -2000)
    #expect(try root("\"1\"").double == nil)
    #expect(try root("true").bool == true)
    #expect(try root("false").bool == false)
    #expect(try root("null").bool == nil)
    #expect(try root("1").string == nil)
    #expect(try root("1").contentRange == nil)
    #expect(try root("1").withStringBytes { $0.count } == nil)
    #expect(try !root("1").isContainer)
  }

  @Test("a byte order mark is passed over and told")
  func byteOrderMark() throws {
    let tree = JSONTree(SourceText("\u{FEFF}{\"a\":1}"))
    #expect(tree.hasByteOrderMark)
    #expect(tree.root?.range.lower == 3)
    #expect(tree.printed == tree.source.bytes)
    #expect(!JSONTree(SourceText("{}")).hasByteOrderMark)
    #expect(JSONTree(SourceText("\u{FEFF}{")).hasByteOrderMark)
  }

  @Test("the relaxed dialect has comments and trailing commas")
  func relaxed() throws {
    func tree(_ text: String) -> JSONTree { JSONTree(SourceText(text), dialect: .relaxed) }
    let good = [
      "// a\n1", "1 // a", "1 //", "/**/1/***/", "[1, /* ] */ 2,]", "{\"a\": /* b */ 1, // c\r\"b\": 2,\n}",
      "[ // [\n]", "[1,// a\n// b\n]", "/* // */ [] // */", "{\"a\"/**/:/**/1/**/,/**/}", "[\"//\", \"/*\"]",
      "/* / * */ 1",
    ]
    for text in good {
      #expect(tree(text).error == nil, "\(text)")
      #expect(tree(text).printed == Array(text.utf8), "\(text)")
      let isStrict = JSONTree(SourceText(text)).error == nil
      #expect(isStrict == (text == "[\"//\", \"/*\"]"), "\(text)")
    }
    #expect(tree("{\"a\": 1, /* \"b\": 2, */ \"c\": 3,}").root?.members.map(\.key) == ["a", "c"])
    for text in [
      "[,]", "{,}", "[1,,]", "1,", "/ 1", "1 /", "/* 1", "1 /*", "1 /*/", "# a\n1", "// 1", "'a'", "01",
      "[1 2]",
    ] {
      #expect(tree(text).error != nil, "\(text)")
    }
    let open = try #require(tree("1 /* a").error)
    #expect(open.found == "the end of the file")
    #expect(open.expected == "'*/'")
    #expect(open.opened == ByteRange(2, 4))
  }
}
