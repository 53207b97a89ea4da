import StatusModel
import StatusText

/// What the tasks of a TODO.md say, by the text of their sections: the next version has nearly all of them as they are, and
/// only the others are read.
///
/// Each section is read as a file of its own, and the rest with a bare heading in the place of each row of sections. If that
/// is found to be a numbered heading outside of tasks, the sections are tasks there, too.
struct KnownSections: KnownParts {
  /// By the hashes of their headings.
  private var sections: [UInt64: TaskSection] = [:]
  /// The text that was read last, without sections, and what it is: usually the next one is the same.
  private var rest: (text: [UInt8], file: TrackedFile)?
  private let profile: Profile

  /// A section that is not in the text that is read.
  private struct Cut {
    let section: TaskSection
    /// Where the bare heading in its place is.
    let offset: Int
  }

  /// No section yet.
  init(_ profile: Profile) { self.profile = profile }

  mutating func file(_ source: SourceText) -> HistoricFile {
    shortFile(source) ?? HistoricFile(.taskList, source, profile)
  }

  /// The file, read without its sections; nil if it has to be read whole.
  private mutating func shortFile(_ source: SourceText) -> HistoricFile? {
    let (text, cuts) = cut(source.bytes)
    let file = file(of: text, at: source.path)
    let bare = Set((file.taskList?.bare ?? []).lazy.filter { $0.number == 0 }.map(\.heading.lower))
    guard cuts.allSatisfy({ bare.contains($0.offset + $0.section.level + 1) }) else { return nil }
    let own = file.itemClaims
    // Of two sections for one task, the first makes the claim.
    let leading = cuts.flatMap { cut in
      cut.section.claims.elements.filter { item, _ in own[item].map { $0.place.lower > cut.offset } ?? true }
    }
    return HistoricFile(file, ItemClaims(firstOf: leading + own.elements), profile)
  }

  private mutating func file(of text: [UInt8], at path: String) -> TrackedFile {
    if let rest, rest.text == text { return rest.file }
    let file = TrackedFile(
      kind: .taskList, directory: 0, source: SourceText(path: path, bytes: text),
      vocabulary: profile.vocabulary, readsLinks: false)
    rest = (text, file)
    return file
  }

  /// `bytes` without the sections of tasks, and where these were.
  private mutating func cut(_ bytes: [UInt8]) -> (text: [UInt8], cuts: [Cut]) {
    var text: [UInt8] = []
    var cuts: [Cut] = []
    var known: [UInt64: TaskSection] = [:]
    var taken = 0
    var next = MarginHeading(firstIn: bytes)
    while let heading = next {
      let key = FNV1a(bytes[heading.start..<bytes.lineEnd(from: heading.start)]).value
      guard let section = section(below: heading, key, in: bytes) else {
        next = MarginHeading(from: heading.start + 1, in: bytes)
        continue
      }
      known[key] = section
      if let last = cuts.last, taken == heading.start, last.section.level == section.level {
        cuts.append(Cut(section: section, offset: last.offset))
      } else {
        text += bytes[taken..<heading.start]
        cuts.append(Cut(section: section, offset: text.count))
        text += TaskSection.bareHeading(level: section.level)
      }
      taken = heading.start + section.text.count
      next = MarginHeading(at: taken, in: bytes)
    }
    text += bytes[taken...]
    sections = known
    return (text, cuts)
  }

  /// The section below `heading`, which is read if it is not known; nil if none is there.
  private func section(below heading: MarginHeading, _ key: UInt64, in bytes: [UInt8]) -> TaskSection? {
    if let section = sections[key], section.isAt(heading.start, in: bytes) { return section }
    return TaskSection(heading, in: bytes, vocabulary: profile.vocabulary)
  }
}
