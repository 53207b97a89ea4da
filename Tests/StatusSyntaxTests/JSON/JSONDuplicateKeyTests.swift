import StatusSyntax
import StatusText
import StatusTestSupport
import Testing

/// Keys that an object has more than once.
struct JSONDuplicateKeyTests {
  private func duplicates(_ text: String) -> [String] {
    let tree = JSONTree(SourceText(text))
    #expect(tree.error == nil)
    return tree.duplicateKeys.map { "\($0.first.lower)-\($0.range.lower) \(tree.source.text($0.range))" }
  }

  @Test("each later key is told with the first one")
  func tellsEach() {
    #expect(duplicates(#"{"a":1,"b":2,"a":3,"a":4}"#) == [#"1-13 "a""#, #"1-19 "a""#])
    #expect(duplicates(#"{"a":1,"b":2,"c":3}"#).isEmpty)
    #expect(duplicates(#"{"":1,"":2}"#) == [#"1-6 """#])
    #expect(duplicates("[]").isEmpty)
  }

  @Test("keys are the same when they say the same, however they are spelled")
  func comparesTexts() {
    #expect(duplicates(#"{"a":1,"\u0061":2}"#) == [#"1-7 "\u0061""#])
    #expect(duplicates(#"{"\u0061":1,"a":2}"#) == [#"1-12 "a""#])
    #expect(duplicates(#"{"x":0,"\u0061":1,"\u0061":2}"#).count == 1)
    #expect(duplicates(#"{"\ud83d\ude00":1,"😀":2}"#).count == 1)
    #expect(duplicates(#"{"a":1,"A":2,"a ":3,"aa":4,"":5}"#).isEmpty)
    #expect(duplicates("{\"\u{E9}\":1,\"e\u{301}\":2}").isEmpty)
    #expect(duplicates(#"{"\n":1,"n":2,"\\n":3}"#).isEmpty)
  }

  @Test("objects are searched one by one and told in the order of the document")
  func searchesEachObject() {
    let text = #"{"a":{"a":1},"b":[{"c":1,"c":2}],"a":{"d":1,"d":2}}"#
    #expect(duplicates(text) == [#"19-25 "c""#, #"1-33 "a""#, #"38-44 "d""#])
    #expect(duplicates(#"[{"a":1},{"a":1}]"#).isEmpty)
  }

  @Test("agrees with a plain comparison of all pairs")
  func agreesWithAllPairs() {
    var random = SplitMix64(seed: 8259)
    for _ in 0..<300 {
      let letters = Int.random(in: 2...6, using: &random)
      var keys: [String] = []
      for _ in 0..<Int.random(in: 0...90, using: &random) {
        let length = Int.random(in: 0...3, using: &random)
        keys.append(
          String(
            (0..<length).map { _ in "abcdef".randomElement(using: &random) ?? "a" }.map { letter in
              letter < "c" || letters < 4 ? letter : "g"
            }))
      }
      let isEscaped = Bool.random(using: &random)
      let spelled = keys.map { key in
        key.unicodeScalars.map { scalar in
          isEscaped && Bool.random(using: &random) ? "\\u00\(String(scalar.value, radix: 16))" : "\(scalar)"
        }.joined()
      }
      let tree = JSONTree(SourceText("{" + spelled.map { "\"\($0)\":0" }.joined(separator: ",") + "}"))
      let ranges = tree.root?.members.map(\.keyRange) ?? []
      let expected = keys.indices.compactMap { place -> DuplicateJSONKey? in
        guard let first = keys.firstIndex(of: keys[place]), first < place else { return nil }
        return DuplicateJSONKey(range: ranges[place], first: ranges[first])
      }
      #expect(tree.duplicateKeys == expected)
    }
  }

  @Test("an object of many keys is searched in passable time", .timeLimit(.minutes(1)))
  func searchesManyKeys() {
    let count = 40_000
    let keys = (0..<count).map { "\"\(String(repeating: "k", count: 20))\(($0 * 7919) % count)\":0" }
    #expect(duplicates("{" + keys.joined(separator: ",") + "}").isEmpty)
    #expect(duplicates("{" + (keys + keys.prefix(1)).joined(separator: ",") + "}").count == 1)
    let same = String(repeating: "\"a\":0,", count: count) + "\"a\":0"
    #expect(duplicates("{\(same)}").count == count)
  }
}
