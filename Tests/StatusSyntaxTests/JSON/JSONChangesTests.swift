import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

/// Edits of JSON files, by example.
struct JSONChangesTests {
  /// `text` after the changes that `make` asks for, given the tree's root.
  private func changed(
    _ text: String, _ make: (inout JSONChanges, StatusSyntax.JSONValue) throws -> Void
  ) throws -> String? {
    let tree = JSONTree(SourceText(text))
    var changes = JSONChanges(tree)
    try make(&changes, try #require(tree.root))
    guard let edits = changes.edits else { return nil }
    let bytes = PlainEdits.apply(edits.map { ($0.range.indices, $0.replacement) }, to: tree.source.bytes)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  @Test("a member goes in behind the one it is to follow, or at the end")
  func setsMembers() throws {
    let text = "{\n  \"a\": 1,\n  \"b\": 2\n}\n"
    let result = try changed(text) { changes, root in
      changes.set("c", to: "x", in: root)
      changes.set("a2", to: .integer(3), in: root, after: "a")
      changes.set("a3", to: .bool(true), in: root, after: "a2")
      changes.set("b", to: .null, in: root)
    }
    #expect(
      result == "{\n  \"a\": 1,\n  \"a2\": 3,\n  \"a3\": true,\n  \"b\": null,\n  \"c\": \"x\"\n}\n")
  }

  @Test("members go with their lines and commas, one or several beside each other")
  func removesMembers() throws {
    let text = "{\n\t\"a\": 1,\n\t\"b\": 2,\n\t\"c\": 3\n}"
    #expect(try changed(text) { $0.remove("a", from: $1) } == "{\n\t\"b\": 2,\n\t\"c\": 3\n}")
    #expect(try changed(text) { $0.remove("b", from: $1) } == "{\n\t\"a\": 1,\n\t\"c\": 3\n}")
    #expect(try changed(text) { $0.remove("c", from: $1) } == "{\n\t\"a\": 1,\n\t\"b\": 2\n}")
    let two = try changed(text) { changes, root in
      changes.remove("a", from: root)
      changes.remove("b", from: root)
    }
    #expect(two == "{\n\t\"c\": 3\n}")
    let all = try changed(text) { changes, root in
      for key in ["a", "b", "c"] { changes.remove(key, from: root) }
    }
    #expect(all == "{}")
    let other = try changed(text) { changes, root in
      for key in ["a", "b", "c"] { changes.remove(key, from: root) }
      changes.set("d", to: .integer(4), in: root)
    }
    #expect(other == "{\n\t\"d\": 4\n}")
    #expect(try changed(text) { $0.remove("x", from: $1) } == text)
  }

  @Test("what goes and what comes at the same place compose")
  func composes() throws {
    let text = "{\r\n    \"a\": 1,\r\n    \"b\": 2,\r\n    \"c\": 3\r\n}\r\n"
    let result = try changed(text) { changes, root in
      changes.set("n", to: .integer(9), in: root, after: "b")
      changes.remove("b", from: root)
      changes.set("a", to: .integer(7), in: root)
      changes.rename("c", to: "d", in: root)
      changes.set("e", to: .array([.integer(1)]), in: root)
    }
    #expect(
      result
        == "{\r\n    \"a\": 7,\r\n    \"n\": 9,\r\n    \"d\": 3,\r\n    \"e\": [\r\n        1\r\n    ]\r\n}\r\n"
    )
  }

  @Test("the last call about a member counts")
  func lastCallCounts() throws {
    let text = #"{"a": 1, "b": 2}"#
    let result = try changed(text) { changes, root in
      changes.remove("a", from: root)
      changes.set("a", to: .integer(5), in: root)
      changes.set("b", to: .integer(6), in: root)
      changes.remove("b", from: root)
      changes.set("c", to: .integer(7), in: root)
      changes.set("c", to: .integer(8), in: root)
      changes.set("d", to: .integer(9), in: root)
      changes.remove("d", from: root)
    }
    #expect(result == #"{"a": 5, "c": 8}"#)
  }

  @Test("a key that was renamed is free, and its new name is taken")
  func renames() throws {
    let text = #"{"a": 1, "b": 2}"#
    let result = try changed(text) { changes, root in
      changes.rename("a", to: "c", in: root)
      changes.set("a", to: .integer(3), in: root, after: "c")
      changes.set("c", to: .integer(4), in: root)
    }
    #expect(result == #"{"c": 4, "a": 3, "b": 2}"#)
  }

  @Test("what is on one line stays on one line, spaced as it is")
  func keepsFlat() throws {
    let add: (inout JSONChanges, StatusSyntax.JSONValue) -> Void = {
      $0.set("n", to: .object([.init("x", .array([.integer(1), .integer(2)]))]), in: $1)
    }
    #expect(try changed(#"{"a":1,"b":2}"#, add) == #"{"a":1,"b":2,"n":{"x":[1,2]}}"#)
    #expect(try changed(#"{"a":1}"#, add) == #"{"a":1,"n":{"x":[1,2]}}"#)
    #expect(try changed(#"{ "a": 1 }"#, add) == #"{ "a": 1, "n": { "x": [1, 2] } }"#)
    #expect(try changed(#"{"a" : 1 , "b" : 2}"#, add) == #"{"a" : 1 , "b" : 2, "n" : {"x" : [1, 2]}}"#)
    #expect(
      try changed("{\n  \"a\": {\"b\": 1}\n}", { $0.set("c", to: .object([]), in: try #require($1["a"])) })
        == "{\n  \"a\": {\"b\": 1, \"c\": {}}\n}")
  }

  @Test("empty objects and arrays are filled as the rest of the file is laid out")
  func fillsEmpty() throws {
    #expect(try changed("{}") { $0.set("a", to: .integer(1), in: $1) } == "{\n  \"a\": 1\n}")
    #expect(
      try changed("{\n    \"a\": {},\n    \"b\": []\n}") { changes, root in
        changes.set("x", to: .integer(1), in: try #require(root["a"]))
        changes.append("y", to: try #require(root["b"]))
        changes.append("z", to: try #require(root["b"]))
      } == "{\n    \"a\": {\n        \"x\": 1\n    },\n    \"b\": [\n        \"y\",\n        \"z\"\n    ]\n}")
    #expect(
      try changed("{\n  \"a\": [ ],\n  \"b\": [1, 2]\n}") { $0.append("y", to: try #require($1["a"])) }
        == "{\n  \"a\": [\"y\"],\n  \"b\": [1, 2]\n}")
    #expect(
      try changed(#"{"a":[],"b":{}}"#) { changes, root in
        changes.append(.null, to: try #require(root["a"]))
        changes.set("k", to: .bool(false), in: try #require(root["b"]))
      } == #"{"a":[null],"b":{"k":false}}"#)
    #expect(
      try changed("{\n  \"a\": {\"b\": [], \"c\": 1}\n}") {
        $0.append(.integer(1), to: try #require($1["a"]?["b"]))
      } == "{\n  \"a\": {\"b\": [1], \"c\": 1}\n}")
  }

  @Test("a new element looks like the one before it")
  func appendsElements() throws {
    let entry = JSONDraft.object([.init("n", .integer(2)), .init("l", .array(["a"]))])
    #expect(
      try changed("{\n  \"p\": [\n    {\"n\": 1}\n  ]\n}") { $0.append(entry, to: try #require($1["p"])) }
        == "{\n  \"p\": [\n    {\"n\": 1},\n    {\"n\": 2, \"l\": [\"a\"]}\n  ]\n}")
    #expect(
      try changed("{\n  \"p\": [{\n      \"n\": 1\n  }]\n}") { $0.append(entry, to: try #require($1["p"])) }
        == "{\n  \"p\": [{\n      \"n\": 1\n  }, {\n    \"n\": 2,\n    \"l\": [\n      \"a\"\n    ]\n  }]\n}")
    #expect(
      try changed("[1, 2,\n 3, 4]") { $0.append(.integer(5), to: $1) } == "[1, 2,\n 3, 4, 5]")
  }

  @Test("texts are escaped by RFC 8259")
  func escapes() throws {
    let text = "\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}é😀"
    let result = try #require(try changed("{}") { $0.set(text, to: .string(text), in: $1) })
    let spelled = #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}é😀\""
    #expect(result == "{\n  \(spelled): \(spelled)\n}")
    let parsed = try StatusTestSupport.JSONValue(parsing: Array(result.utf8))
    #expect(parsed[text] == .string(text))
  }

  @Test("numbers are as short as can be, and only those that JSON has")
  func numbers() {
    #expect(JSONDraft.number(10) == .integer(10))
    #expect(JSONDraft.number(2.5) == .spelledNumber("2.5"))
    #expect(JSONDraft.number(1e300) == .spelledNumber("1e+300"))
    #expect(JSONDraft.number(.infinity) == nil)
    #expect(JSONDraft.number(.nan) == nil)
  }

  @Test("what is as it should be is not touched")
  func leavesEqual() throws {
    let tree = JSONTree(SourceText("{\"a\": \"\\u0062\", \"c\": 1.0, \"d\": [1,  2]}"))
    let root = try #require(tree.root)
    var changes = JSONChanges(tree)
    #expect(changes.isEmpty)
    changes.set("a", to: "b", in: root)
    changes.set("c", to: .spelledNumber("1.0"), in: root)
    changes.remove("x", from: root)
    #expect(changes.edits == [])
  }

  @Test("contradictions and uncertain places leave no edits")
  func refuses() throws {
    let nested = #"{"a": {"b": 1}, "c": [1]}"#
    #expect(
      try changed(nested) { changes, root in
        changes.set("x", to: .null, in: try #require(root["a"]))
        changes.remove("a", from: root)
      } == nil)
    #expect(
      try changed(nested) { changes, root in
        changes.set("a", to: .null, in: root)
        changes.remove("b", from: try #require(root["a"]))
      } == nil)
    #expect(try changed(nested) { $0.append(.null, to: $1) } == nil)
    #expect(try changed(nested) { $0.set("x", to: .null, in: try #require($1["c"])) } == nil)
    #expect(try changed(nested) { $0.rename("a", to: "c", in: $1) } == nil)
    #expect(try changed(nested) { $0.rename("x", to: "y", in: $1) } == nil)
    let twice = #"{"t": {"a": 1, "\u0061": 2, "o": {"p": {}}}, "u": {"v": 1}}"#
    #expect(try changed(twice) { $0.set("z", to: .null, in: try #require($1["t"])) } == nil)
    #expect(try changed(twice) { $0.set("z", to: .null, in: try #require($1["t"]?["o"]?["p"])) } == nil)
    #expect(
      try changed(twice) { $0.set("v", to: .null, in: try #require($1["u"])) }
        == #"{"t": {"a": 1, "\u0061": 2, "o": {"p": {}}}, "u": {"v": null}}"#)
    var broken = JSONChanges(JSONTree(SourceText("{\"a\": }")))
    #expect(broken.edits == nil)
    var relaxed = JSONChanges(JSONTree(SourceText("{} // no"), dialect: .relaxed))
    #expect(relaxed.edits == nil)
    let foreign = try #require(JSONTree(SourceText("{}")).root)
    relaxed = JSONChanges(JSONTree(SourceText("{}")))
    relaxed.set("a", to: .null, in: foreign)
    #expect(relaxed.edits == nil)
    broken = JSONChanges(JSONTree(SourceText("")))
    #expect(broken.edits == nil)
  }

  @Test("values are found by their place")
  func lookup() throws {
    let tree = JSONTree(SourceText(#"{"a": [1, {"b": 2}], "c": 3}"#))
    let root = try #require(tree.root)
    let inner = try #require(root["a"]?.elements.map { $0 }.last)
    let member = try #require(inner["b"])
    #expect(tree.value(at: inner.range)?.index == inner.index)
    #expect(tree.value(at: ByteRange(inner.range.lower, inner.range.lower + 1)) == nil)
    #expect(tree.member(withKeyAt: member.keyRange)?.index == member.index)
    #expect(tree.member(withKeyAt: ByteRange(0, 1)) == nil)
    #expect(tree.parent(of: member)?.index == inner.index)
    #expect(tree.parent(of: inner)?.index == root["a"]?.index)
    #expect(tree.parent(of: try #require(root["c"]))?.index == root.index)
    #expect(tree.parent(of: root) == nil)
    var changes = JSONChanges(tree)
    changes.remove(member)
    #expect(changes.edits?.count == 1)
  }
}
