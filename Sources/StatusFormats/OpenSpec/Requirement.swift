import StatusClaims
import StatusSyntax
import StatusText

/// A requirement of a spec, or of a delta of one.
struct Requirement {
  /// Its name, as written.
  let name: String
  /// The name in its heading.
  let range: ByteRange
  /// What is below its heading.
  let bodyRange: ByteRange
  /// The file.
  let file: PlanFile

  /// The name for hints: case and blanks do not matter.
  var folded: String { Self.folded(name) }

  static func folded(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// The requirements in `file`, in the section whose heading is `section`, or in all.
  static func all(in file: PlanFile, below section: String) -> [Requirement] {
    sections(of: file) { $0 == section.lowercased() ? section : nil }.flatMap(\.requirements)
  }

  /// The requirements in each section of level 2 that `kind` knows by its heading in lower case.
  static func sections<Kind>(of file: PlanFile, _ kind: (String) -> Kind?) -> [(
    kind: Kind, range: ByteRange, requirements: [Requirement]
  )] {
    guard let outline = file.outline else { return [] }
    let source = file.source
    let headings = outline.blocks.filter { $0.kind == .heading && !outline.isQuoted($0) }
    var sections: [(kind: Kind, range: ByteRange, requirements: [Requirement])] = []
    var isOpen = false
    for (index, heading) in headings.enumerated() {
      let end = headings[(index + 1)...].first { $0.level <= 3 }?.range.lower ?? source.bytes.count
      if heading.level <= 2 {
        let kind = heading.level == 2 ? kind(source.text(heading.text).lowercased()) : nil
        isOpen = kind != nil
        if let kind {
          let end = headings[(index + 1)...].first { $0.level <= 2 }?.range.lower ?? source.bytes.count
          sections.append((kind, ByteRange(heading.range.upper, end), []))
        }
      } else if isOpen, heading.level == 3, let name = name(source.bytes, heading.text) {
        sections[sections.count - 1].requirements.append(
          Requirement(
            name: source.text(name), range: name,
            bodyRange: ByteRange(heading.range.upper, max(end, heading.range.upper)), file: file))
      }
    }
    return sections
  }

  /// The name in `Requirement: Name`.
  static func name(_ bytes: [UInt8], _ text: ByteRange) -> ByteRange? {
    guard ASCII.begins(bytes, at: text.lower, before: text.upper, with: "requirement:") else { return nil }
    var start = text.lower + 12
    while start < text.upper, ASCII.isBlank(bytes[start]) { start += 1 }
    return start < text.upper ? ByteRange(start, text.upper) : nil
  }

  /// The lines below its heading that are not empty, without blanks at their ends.
  var body: [UInt8] {
    var output: [UInt8] = []
    for line in file.source.bytes.lines(in: bodyRange) {
      var line = file.source.bytes[line.indices]
      while let last = line.last, ASCII.isBlank(last) { line.removeLast() }
      if line.isEmpty { continue }
      output += line
      output.append(ASCII.lineFeed)
    }
    return output
  }
}
