import StatusSyntax
import StatusText

/// Finds the comments to statuslint in one YAML file, and reads them: `# statuslint-disable RULE -- reason`.
struct YAMLSuppressionReader {
  /// The comments, in order.
  let comments: [SuppressionComment]

  /// Reads the file of `tree`. In a file that cannot be read it is not known what is a comment.
  init(_ tree: YAMLTree) {
    let bytes = tree.source.bytes
    let starts = tree.faults.isEmpty ? Self.starts(in: bytes) : []
    guard !starts.isEmpty else {
      comments = []
      return
    }
    let texts = tree.nodes.flatMap { $0.kind == .scalar ? [$0.key.range, $0.range] : [$0.key.range] }
      .sorted { $0.lower < $1.lower }
    let scopes = SuppressionScopes(bytes)
    comments = starts.filter { !Self.isText($0, texts) }.map { start in
      let range = ByteRange(start, bytes.lineEnd(from: start))
      return SuppressionWords(range, opening: 1, closing: 0, in: tree.source).comment(scopes)
    }
  }

  /// Where `# statuslint-` is at the beginning of a line or after a blank.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var place = bytes.offset(of: UInt8(ascii: "#"), from: 0, to: bytes.count)
    while place < bytes.count {
      var word = place + 1
      while word < bytes.count, ASCII.isBlank(bytes[word]) { word += 1 }
      if place == 0 || ASCII.isWhitespace(bytes[place - 1]),
        ASCII.begins(bytes, at: word, before: bytes.count, with: SuppressionComment.prefix)
      {
        starts.append(place)
      }
      place = bytes.offset(of: UInt8(ascii: "#"), from: place + 1, to: bytes.count)
    }
    return starts
  }

  /// Whether `place` is in one of `texts`, which are in order.
  private static func isText(_ place: Int, _ texts: [ByteRange]) -> Bool {
    let next = texts.partitioningIndex { $0.lower > place }
    return next > 0 && place < texts[next - 1].upper
  }
}
