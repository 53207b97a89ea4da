import StatusText

/// The style of a JSON file, for new text. Detected from the beginning of the file.
struct JSONStyle {
  /// The indentation of one level.
  private(set) var unit: [UInt8] = [ASCII.space, ASCII.space]
  /// The line ending.
  private(set) var lineEnd: [UInt8] = [ASCII.lineFeed]
  /// The text between a key and its value.
  private(set) var colon: [UInt8] = [UInt8(ascii: ":"), ASCII.space]
  /// The text after a comma on one line.
  private(set) var commaGap: [UInt8] = [ASCII.space]
  /// The text inside the brackets of an object on one line.
  private(set) var objectPadding: [UInt8] = []
  /// The text inside the brackets of an array on one line.
  private(set) var arrayPadding: [UInt8] = []
  /// Whether the whole text is on one line.
  private(set) var isOneLine = false
  private var flatArrays = 0
  private var tallArrays = 0
  private var flatObjects = 0
  private var tallObjects = 0

  /// The number of nodes that determine the style of a file of any size.
  private static let mostNodes = 4096
  /// A longer value is not searched for a line ending; it is not on one line.
  private static let mostBytes = 1024

  init(_ tree: JSONTree) {
    let bytes = tree.source.bytes
    guard let root = tree.nodes.first else { return }
    if let end = bytes[root.range.indices].firstIndex(where: ASCII.isLineEnd) {
      let isPair =
        bytes[end] == ASCII.carriageReturn && end + 1 < bytes.count && bytes[end + 1] == ASCII.lineFeed
      lineEnd = isPair ? [ASCII.carriageReturn, ASCII.lineFeed] : [bytes[end]]
    } else {
      isOneLine = tree.nodes.count > 1
      if let end = bytes[root.range.upper...].firstIndex(where: ASCII.isLineEnd) {
        lineEnd = bytes[end] == ASCII.lineFeed ? [ASCII.lineFeed] : [ASCII.carriageReturn, ASCII.lineFeed]
      }
    }
    readColon(tree)
    if isOneLine, colon == [UInt8(ascii: ":")] { commaGap = [] }
    readContainers(tree)
  }

  /// Whether a new value that has its own lines is written on one line.
  func prefersFlat(_ draft: JSONDraft) -> Bool {
    switch draft {
    case .array(let elements):
      isOneLine || elements.allSatisfy(\.isScalar) && flatArrays > tallArrays
    case .object(let members): isOneLine || members.allSatisfy(\.value.isScalar) && flatObjects > tallObjects
    default: true
    }
  }

  /// The indentation of the line of `offset`. Of a text on one line there is none, and no search for the line's
  /// beginning.
  func indentation(at offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    isOneLine ? [] : JSONLines.indentation(at: offset, bytes)
  }

  private mutating func readColon(_ tree: JSONTree) {
    let member = tree.nodes.prefix(Self.mostNodes).first { !$0.key.isEmpty }
    guard let member else { return }
    let gap = tree.source.bytes[member.key.upper..<member.range.lower]
    if !gap.contains(where: ASCII.isLineEnd) { colon = Array(gap) }
  }

  private mutating func readContainers(_ tree: JSONTree) {
    let bytes = tree.source.bytes
    var hasUnit = false
    var hasComma = false
    var hasPadding: Set<JSONTree.Kind> = []
    var tries = 0
    for index in 0..<min(tree.nodes.count, Self.mostNodes) {
      let node = tree.nodes[index]
      guard node.kind == .object || node.kind == .array, Int(node.next) > index + 1 else { continue }
      let first = tree.nodes[index + 1]
      let lead = bytes[node.range.lower + 1..<first.start]
      if let end = lead.lastIndex(where: ASCII.isLineEnd) {
        count(node.kind, isFlat: false)
        guard !hasUnit, tries < 16 else { continue }
        tries += 1
        let outer = JSONLines.indentation(at: node.range.lower, bytes)
        let inner = bytes[(end + 1)..<first.start]
        if inner.count > outer.count, inner.starts(with: outer) {
          unit = Array(inner.dropFirst(outer.count))
          hasUnit = true
        }
      } else if node.range.count <= Self.mostBytes,
        !bytes[node.range.indices].contains(where: ASCII.isLineEnd)
      {
        if index > 0 { count(node.kind, isFlat: true) }
        if hasPadding.insert(node.kind).inserted {
          if node.kind == .object { objectPadding = Array(lead) } else { arrayPadding = Array(lead) }
        }
        if !hasComma, first.next < node.next {
          let gap = bytes[first.range.upper..<tree.nodes[Int(first.next)].start]
          commaGap = gap.firstIndex(of: UInt8(ascii: ",")).map { Array(gap[($0 + 1)...]) } ?? commaGap
          hasComma = true
        }
      }
    }
  }

  private mutating func count(_ kind: JSONTree.Kind, isFlat: Bool) {
    switch (kind, isFlat) {
    case (.array, true): flatArrays += 1
    case (.array, false): tallArrays += 1
    case (_, true): flatObjects += 1
    case (_, false): tallObjects += 1
    }
  }
}

extension JSONTree.Node {
  /// The start of the key of a member, or of any other value.
  var start: Int { key.isEmpty ? range.lower : key.lower }
}
