/// A pattern for paths from the root of a format: names with placeholders, as in `phases/{parent}/{id}.md`. `*` is any part
/// of a name, and `**` as a whole name any number of directories, once in a pattern; none of which begins with a dot.
package struct PlacePattern: Sendable, Hashable {
  /// What a pattern cannot be.
  package enum Fault: Error, Hashable, Sendable {
    case absolute, parent, emptyName, severalDoubleStars
    case name(TextPattern.Fault)
  }

  private enum Component: Hashable, Sendable {
    case one(TextPattern)
    case any
  }

  /// The pattern as it was written.
  package let text: String
  private let components: [Component]

  /// Reads a pattern. A slash at its end and `./` do not matter.
  package init(_ text: String) throws(Fault) {
    self.text = text
    if text.utf8.first == UInt8(ascii: "/") { throw .absolute }
    var names = text.split(separator: "/", omittingEmptySubsequences: false)
    if names.count > 1, names.last == "" { names.removeLast() }
    if names.count > 1 { names.removeAll { $0 == "." } }
    if names.isEmpty { throw .emptyName }
    var components: [Component] = []
    for name in names {
      if name == ".." { throw .parent }
      if name == "**" {
        if components.contains(.any) { throw .severalDoubleStars }
        components.append(.any)
        continue
      }
      if name.isEmpty, names.count > 1 { throw .emptyName }
      do throws(TextPattern.Fault) {
        components.append(.one(try TextPattern(String(name), for: .name)))
      } catch {
        throw .name(error)
      }
    }
    self.components = components
  }

  /// The name with which everything begins that matches; nil if there is no such name.
  package var firstName: String? {
    guard case .one(let name) = components.first, case .literal(let bytes) = name.parts.first,
      name.parts.count == 1
    else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it has that placeholder.
  package func has(_ placeholder: TextPattern.Placeholder) -> Bool {
    components.contains { if case .one(let name) = $0 { name.has(placeholder) } else { false } }
  }

  /// What the placeholders stand for in `path`, all of which must match; nil if it does not.
  package func match(_ path: String, _ ids: TextPattern.Ids = TextPattern.Ids()) -> [TextPattern.Placeholder:
    String]?
  {
    let names = PathText.components(of: path)
    guard let star = components.firstIndex(of: .any) else {
      return names.count == components.count ? captures(components[...], names[...], ids) : nil
    }
    let (head, tail) = (components[..<star], components[(star + 1)...])
    guard names.count >= head.count + tail.count, !isHidden(names.dropFirst(head.count).dropLast(tail.count)),
      let first = captures(head, names.prefix(head.count), ids),
      let last = captures(tail, names.suffix(tail.count), ids)
    else { return nil }
    return first.merging(last) { first, _ in first }
  }

  /// Whether what matches may be below the directory at `path`.
  package func mayMatch(below path: String, _ ids: TextPattern.Ids = TextPattern.Ids()) -> Bool {
    let names = PathText.components(of: path)
    let star = components.firstIndex(of: .any)
    let head = components[..<(star ?? components.count - 1)]
    guard star != nil || names.count <= head.count else { return false }
    return captures(head, names[...], ids) != nil && !isHidden(names.dropFirst(head.count))
  }

  private func isHidden(_ names: ArraySlice<String>) -> Bool { names.contains { $0.hasPrefix(".") } }

  private func captures(
    _ components: ArraySlice<Component>, _ names: ArraySlice<String>, _ ids: TextPattern.Ids
  ) -> [TextPattern.Placeholder: String]? {
    var found: [TextPattern.Placeholder: String] = [:]
    for (component, name) in zip(components, names) {
      guard case .one(let pattern) = component else { continue }
      let bytes = Array(name.utf8)
      guard let match = pattern.match(bytes, ByteRange(0, bytes.count), ids) else { return nil }
      found.merge(match.ids) { first, _ in first }
    }
    return found
  }

  /// The path for an id.
  package func filled(id: String) -> String { text.replacing(text: "{id}", with: id) }
}
