import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

/// Random documents and random changes: what comes out says what was asked for, laid out as the rest.
struct JSONChangesPropertyTests {
  /// A file's layout.
  struct Layout: CustomTestStringConvertible {
    var unit: String
    var lineEnd: String
    var colon: String
    var testDescription: String { "\(unit.debugDescription) \(lineEnd.debugDescription) \(colon)" }
  }

  static let layouts = [
    Layout(unit: "  ", lineEnd: "\n", colon: ": "), Layout(unit: "    ", lineEnd: "\r\n", colon: ": "),
    Layout(unit: "\t", lineEnd: "\n", colon: ":"), Layout(unit: "", lineEnd: "", colon: ":"),
    Layout(unit: "", lineEnd: "", colon: ": "), Layout(unit: " ", lineEnd: "\n", colon: " : "),
  ]

  /// `draft` as a program prints it that knows only this layout.
  private func print(_ draft: JSONDraft, _ layout: Layout, indent: String = "") -> String {
    let isFlat = layout.lineEnd.isEmpty
    func list(_ items: [String], _ open: String, _ close: String) -> String {
      if items.isEmpty { return open + close }
      if isFlat { return open + items.joined(separator: layout.colon == ":" ? "," : ", ") + close }
      let inner = layout.lineEnd + indent + layout.unit
      return open + inner + items.joined(separator: "," + inner) + layout.lineEnd + indent + close
    }
    let deeper = indent + layout.unit
    switch draft {
    case .string(let text): return "\"\(text)\""
    case .integer(let value): return "\(value)"
    case .spelledNumber(let text): return text
    case .bool(let value): return "\(value)"
    case .null: return "null"
    case .array(let elements): return list(elements.map { print($0, layout, indent: deeper) }, "[", "]")
    case .object(let members):
      return list(
        members.map { "\"\($0.key)\"\(layout.colon)\(print($0.value, layout, indent: deeper))" }, "{", "}")
    }
  }

  private func randomDraft(_ depth: Int, _ random: inout SplitMix64) -> JSONDraft {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &random) {
    case 0: return .integer(Int.random(in: -99...99, using: &random))
    case 1: return .string(["", "x", "é 😀", "[COMPLETED], {"].randomElement(using: &random) ?? "")
    case 2: return .bool(Bool.random(using: &random))
    case 3: return .null
    case 4: return .spelledNumber("1.50e3")
    case 5, 6:
      return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in randomDraft(depth - 1, &random) })
    default:
      let keys = ["a", "b", "c", "d", "e"].shuffled(using: &random)
      return .object(
        keys.prefix(Int.random(in: 0...5, using: &random)).map { .init($0, randomDraft(depth - 1, &random)) })
    }
  }

  /// Changes some children of `value`, and of what stays of them, in both the collector and the model.
  private func change(
    _ value: StatusSyntax.JSONValue, _ changes: inout JSONChanges, _ random: inout SplitMix64
  ) -> JSONDraft {
    switch value.kind {
    case .object:
      var members: [JSONDraft.Member] = []
      for child in value.members {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          changes.remove(child.key, from: value)
          continue
        case 1:
          let new = randomDraft(2, &random)
          changes.set(child.key, to: new, in: value)
          members.append(.init(child.key, new))
        default: members.append(.init(child.key, change(child, &changes, &random)))
        }
      }
      for key in ["n", "m", "o"] where Int.random(in: 0..<4, using: &random) == 0 {
        let new = randomDraft(2, &random)
        let anchor = members.isEmpty ? nil : members.randomElement(using: &random)?.key
        changes.set(key, to: new, in: value, after: anchor)
        var place =
          anchor.flatMap { anchor in members.firstIndex { $0.key == anchor }.map { $0 + 1 } } ?? members.count
        // Behind one anchor, the order of the calls: but behind a new member, right behind it.
        if !["n", "m", "o"].contains(anchor ?? "n") {
          while place < members.count, ["n", "m", "o"].contains(members[place].key) { place += 1 }
        }
        members.insert(.init(key, new), at: place)
      }
      return .object(members)
    case .array:
      var elements: [JSONDraft] = []
      for child in value.elements { elements.append(change(child, &changes, &random)) }
      while Int.random(in: 0..<3, using: &random) == 0 {
        let new = randomDraft(2, &random)
        changes.append(new, to: value)
        elements.append(new)
      }
      return .array(elements)
    default:
      guard Int.random(in: 0..<5, using: &random) == 0 else { return JSONDraft(copying: value) }
      let new = randomDraft(1, &random)
      changes.replace(value, with: new)
      return new
    }
  }

  @Test("a file in one layout stays in it, byte by byte", arguments: layouts)
  func keepsLayout(layout: Layout) throws {
    for seed in 0..<600 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let draft = JSONDraft.object([
        .init("head", .integer(1)),
        .init("list", .array([.object([.init("k", .integer(1)), .init("l", .null)])])),
        .init("body", randomDraft(4, &random)),
      ])
      let text = print(draft, layout) + layout.lineEnd
      let tree = JSONTree(SourceText(text))
      let root = try #require(tree.root)
      var changes = JSONChanges(tree)
      // The head stays, so that there is a layout to keep.
      let body = change(try #require(root["body"]), &changes, &random)
      guard case .object(var members) = draft else { continue }
      members[2].value = body
      let edits = try #require(changes.edits, "seed \(seed): \(text)")
      let result = String(decoding: try #require(apply(edits, tree)), as: UTF8.self)
      let expected = print(.object(members), layout) + layout.lineEnd
      #expect(result == expected, "seed \(seed)\n\(text)")
      if result != expected { return }
    }
  }

  @Test("in any layout the result says what was asked for")
  func saysWhatWasAsked() throws {
    for seed in 0..<3000 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let text = RandomJSON.value(depth: 4, &random).text
      let tree = JSONTree(SourceText(text))
      let root = try #require(tree.root)
      var changes = JSONChanges(tree)
      let expected = change(root, &changes, &random)
      guard let edits = changes.edits else {
        #expect(!tree.duplicateKeys.isEmpty, "seed \(seed): \(text)")
        continue
      }
      let bytes = try #require(apply(edits, tree), "seed \(seed): \(text)")
      let result = JSONTree(SourceText(path: "text", bytes: bytes))
      #expect(result.error == nil, "seed \(seed): \(text)")
      if tree.duplicateKeys.isEmpty {
        #expect(
          result.root.map { normal(JSONDraft(copying: $0)) } == normal(expected), "seed \(seed): \(text)")
        #expect(
          try StatusTestSupport.JSONValue(parsing: bytes)
            == foreign(expected),
          "seed \(seed): \(text)")
      }
    }
  }

  private func apply(_ edits: [TextEdit], _ tree: JSONTree) -> [UInt8]? {
    PlainEdits.apply(edits.map { ($0.range.indices, $0.replacement) }, to: tree.source.bytes)
  }

  /// The draft as an independent parser reads it.
  private func foreign(_ draft: JSONDraft) throws -> StatusTestSupport.JSONValue {
    switch draft {
    case .string(let text): .string(text)
    case .integer(let value): .number(Double(value))
    case .spelledNumber(let text): .number(try #require(Double(text)))
    case .bool(let value): .boolean(value)
    case .null: .null
    case .array(let elements): .array(try elements.map(foreign))
    case .object(let members):
      .object(
        Dictionary(try members.map { ($0.key, try foreign($0.value)) }, uniquingKeysWith: { _, last in last })
      )
    }
  }

  /// With every number as it is spelled.
  private func normal(_ draft: JSONDraft) -> JSONDraft {
    switch draft {
    case .integer(let value): .spelledNumber("\(value)")
    case .array(let elements): .array(elements.map(normal))
    case .object(let members): .object(members.map { .init($0.key, normal($0.value)) })
    default: draft
    }
  }
}
