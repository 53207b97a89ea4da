@testable import StatusProperties
@testable import StatusSyntax
import StatusText
import StatusTestSupport
import Testing

/// A tree prints what it was read from, and no bytes bring the parser down.
struct JSONRoundTripTests {
  @Test(
    "prints the real trees' files as they are",
    .enabled(if: SharedJSON.isThere, "no real trees beside the checkout"))
  func printsRealFiles() throws {
    let files = SharedJSON.files
    #expect(files.count > 50)
    var accepted = 0
    for file in files {
      let tree = JSONTree(file)
      if tree.error == nil {
        accepted += 1
        #expect(Property.json.violation(file.bytes) == nil, "\(file.path)")
      } else {
        // Only states that were broken when they were committed.
        #expect(file.path.contains("/rare/"), "\(file.path): \(tree.error?.message ?? "")")
      }
    }
    #expect(accepted > 50)
  }

  @Test("does not print right what the nodes have wrong")
  func printingCanFail() throws {
    let tree = JSONTree(SourceText("{\"a\": [1, true], \"b\": {}}"))
    func printed(_ change: (inout [JSONTree.Node]) -> Void) -> [UInt8] {
      var nodes = tree.nodes
      change(&nodes)
      var printer = JSONPrinter(bytes: tree.source.bytes, nodes: nodes, dialect: .strict)
      return printer.print()
    }
    #expect(printed { _ in } == tree.source.bytes)
    for place in tree.nodes.indices.dropFirst() {
      #expect(printed { $0.remove(at: place) } != tree.source.bytes)
      #expect(printed { $0[place].kind = $0[place].kind == .null ? .array : .null } != tree.source.bytes)
      #expect(printed { $0[place].range.start += 1 } != tree.source.bytes)
      #expect(printed { $0[place].range.end -= 1 } != tree.source.bytes)
    }
    #expect(printed { $0[1].key.end -= 1 } != tree.source.bytes)
    #expect(printed { $0[1].next = 3 } != tree.source.bytes)
    #expect(printed { $0.removeAll() } != tree.source.bytes)
  }

  @Test("nodes that are not nested are noticed")
  func nestingCanFail() throws {
    let tree = JSONTree(SourceText("{\"a\": [1, true], \"b\": {}}"))
    func violation(_ change: (inout [JSONTree.Node]) -> Void) -> String? {
      var nodes = tree.nodes
      change(&nodes)
      return JSONProperty.nestingViolation(nodes, count: tree.source.bytes.count)
    }
    #expect(violation { _ in } == nil)
    #expect(violation { $0[2].range = $0[3].range } == "node 3 overlaps with the one before it")
    #expect(violation { $0[3].range.end += 1 } == "node 3 ends after its container")
    #expect(violation { $0[4].key = .zero } == "node 4 is not a member of its object")
    #expect(violation { $0[1].next = 9 } == "node 1 has no end")
    #expect(violation { $0[2].next = 4 } == "node 2 has children")
  }

  @Test("prints random texts as they are", arguments: 0..<8)
  func printsRandomTexts(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<250 {
      var text = RandomJSON.gap(&random)
      let (value, nodes) = RandomJSON.value(depth: 5, &random)
      text += value + RandomJSON.gap(&random)
      let tree = JSONTree(SourceText(text))
      #expect(tree.error == nil, "\(text)")
      #expect(tree.nodes.count == nodes)
      #expect(Property.json.violation(tree.source.bytes) == nil, "\(text)")
    }
  }

  @Test("survives mutated texts and prints those it takes", arguments: 0..<16)
  func survivesMutations(seed: Int) {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    var taken = 0
    for _ in 0..<600 {
      var bytes = Array(RandomJSON.value(depth: 4, &random).text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { RandomJSON.mutate(&bytes, &random) }
      #expect(Property.json.violation(bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))")
      if JSONTree(SourceText(path: "text", bytes: bytes)).error == nil { taken += 1 }
    }
    #expect(taken > 0)
  }

  @Test("survives any bytes")
  func survivesAnyBytes() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...24, using: &random)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : Array("{}[]\",:\\u0-.e/*tn \n".utf8).randomElement(using: &random) ?? 0
      }
      let tree = JSONTree(SourceText(path: "text", bytes: bytes), dialect: .relaxed, depthLimit: 3)
      #expect((tree.error == nil) == (tree.printed == bytes))
    }
  }

  @Test("every beginning of a text is refused")
  func refusesBeginnings() {
    let text = Array(#"{"a": [1.5e3, "b\u0041 é"], "c": {"d": null, "e": -0}}"#.utf8)
    #expect(JSONTree(SourceText(path: "text", bytes: text)).error == nil)
    for count in 0..<text.count {
      let error = JSONTree(SourceText(path: "text", bytes: Array(text[..<count]))).error
      #expect(error != nil, "\(count)")
    }
  }
}
