import StatusText

/// Finds the paths that the fields of a task or plan give: `[text](path)`, and `[path]` and `` `path` `` where they
/// read like one. What stands in fenced code and comments is an example; the reason for a status is prose.
///
/// Each line is read once from left to right, so that a long one takes no more than its length.
struct TaskLinkScanner {
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func links(in fields: [Field]) -> [WrittenLink] {
    var links: [WrittenLink] = []
    for field in fields where field.name != .status && !field.region.isEmpty {
      // What is hardly ever there is looked for first: most fields have no link.
      guard mayHaveLink(field.region), !StatedReason.isProse(field, in: source) else { continue }
      scan(field, into: &links)
    }
    return links
  }

  /// Whether there is a bracket or code.
  private func mayHaveLink(_ range: ByteRange) -> Bool {
    source.bytes.contains(UInt8(ascii: "["), in: range) || source.bytes.contains(UInt8(ascii: "`"), in: range)
  }

  private func scan(_ field: Field, into links: inout [WrittenLink]) {
    let bytes = source.bytes
    let holdsArtifacts = holdsArtifacts(field)
    var hidden = HiddenLines()
    for text in bytes.lines(in: field.region) where !hidden.hides(text, of: bytes) && mayHaveLink(text) {
      var line = LinkLine(bytes, text.lower, text.upper)
      line.visit { found in
        let isValue = holdsArtifacts || !found.hasLabel && field.valueRange.contains(found.range)
        add(found, field.name == .plan ? .plan : .artifact, isValue: isValue, to: &links)
      }
    }
  }

  /// Whether a field of that name lists the files that a task rests on or has made, rather than those to work on.
  private func holdsArtifacts(_ field: Field) -> Bool {
    if field.name == .plan || field.name == .research { return true }
    if field.name != nil { return false }
    let name = field.nameRange
    return name.indices.contains { start in
      Self.artifactWords.contains { ASCII.begins(source.bytes, at: start, before: name.upper, with: $0) }
    }
  }

  private static let artifactWords: [StaticString] = ["research", "plan", "report", "artifact"]

  /// Adds what was found when it is a path. `isValue` says that the field gives it as its value.
  private func add(
    _ found: LinkLine.Found, _ role: WrittenLink.Role, isValue: Bool, to links: inout [WrittenLink]
  ) {
    let bytes = source.bytes
    let text = bytes[found.range.indices]
    if LinkText.isPlainPath(text) {
      guard isMeant(text, found, isValue: isValue) else { return }
      links.append(WrittenLink(path: String(decoding: text, as: UTF8.self), range: found.range, role: role))
      return
    }
    var path = LinkText.path(of: text)
    let range = ByteRange(found.range.lower, path.endIndex)
    let whole = range == found.range ? nil : wholeText(found)
    if found.kind != .code { path = LinkDestination.unescaped(path) }
    guard LinkText.isOnePath(path, mayHaveBlanks: mayHaveBlanks(path, found, isValue: isValue)),
      isMeant(path, found, isValue: isValue)
    else {
      return
    }
    let literal = found.kind != .code && path.contains(UInt8(ascii: "%"))
    links.append(
      WrittenLink(
        path: written(path, found.kind), whole: whole,
        literal: literal ? String(decoding: path, as: UTF8.self) : nil, range: range, role: role))
  }

  /// Whether blanks are part of the path: in `<…>`, and where a field's value is a path in the tree.
  private func mayHaveBlanks(_ path: ArraySlice<UInt8>, _ found: LinkLine.Found, isValue: Bool) -> Bool {
    switch found.kind {
    case .target: false
    case .bracketedTarget: true
    case .brackets, .code:
      isValue && found.isAlone && LinkText.readsLikeSpacedPath(path)
        && (SpecsRoot.beginsInTree(path) || SpecsRoot.beginsInProject(path))
    }
  }

  /// Everything that was found, unescaped.
  private func wholeText(_ found: LinkLine.Found) -> String {
    let text = source.bytes[found.range.indices]
    return written(found.kind == .code ? text : LinkDestination.unescaped(text), found.kind)
  }

  /// A path without its percent escapes. In code a percent sign is one.
  private func written(_ path: ArraySlice<UInt8>, _ kind: LinkLine.Found.Kind) -> String {
    let text = kind == .code ? Array(path) : LinkText.unescaped(path)
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether what reads like a path is one. A target is. Words in brackets or code are when they stand for the field's
  /// value, or an item of it; within a sentence, brackets need the look of a file, and code is a mention. Code below a
  /// field names what to work on, as in Files to Create, unless it lies in the tree.
  private func isMeant(_ path: ArraySlice<UInt8>, _ found: LinkLine.Found, isValue: Bool) -> Bool {
    switch found.kind {
    case .target, .bracketedTarget: return true
    case .brackets:
      guard LinkText.readsLikePath(path) else { return false }
      return found.isAlone || LinkText.hasSlash(path) && LinkText.hasExtension(path)
    case .code:
      let isInTree = SpecsRoot.beginsInTree(path)
      // `/research` is a command, `~/bin` a place, `plan.md` any file of that name.
      if LinkText.hasSlash(path) {
        if found.isAlone, isValue || isInTree || SpecsRoot.beginsInProject(path), LinkText.readsLikePath(path)
        {
          return LinkText.hasExtension(path) || !LinkText.isAbsolute(path)
        }
        return isInTree && LinkText.hasExtension(path)
      }
      return found.isAlone && isValue && isInTree && LinkText.hasExtension(path)
    }
  }
}
