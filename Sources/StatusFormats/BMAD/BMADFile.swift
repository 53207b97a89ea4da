import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// A Markdown file that is named like a story.
struct BMADFile {
  let file: PlanFile
  /// The name without its ending.
  let key: BMADKey
  /// What it says of its status, the first place first.
  let statuses: [PlacedText]

  init(_ file: PlanFile) {
    self.file = file
    key = BMADKey(text: String(PathText.name(of: file.source.path).dropLast(3)))
    statuses = file.outline.map { StatusLine.all(in: file, $0) } ?? []
  }

  /// The first heading.
  var heading: MarkdownOutline.Block? {
    file.outline.flatMap { outline in outline.headings.first.map { outline.blocks[$0] } }
  }

  /// The number that the first heading gives the story: `1.7` of `# Story 1.7: Title`, in the form of a key.
  var headingNumber: (number: String, location: Location)? {
    guard let heading else { return nil }
    let words = file.source.text(heading.text).split(maxSplits: 2) { $0 == " " || $0 == ":" }
    guard words.count > 1, words[0].lowercased() == "story", let number = BMADKey.number(ofHeading: words[1])
    else { return nil }
    return (number, file.location(heading.text))
  }

  /// Whether the file is one of a story: its heading says so.
  var isStory: Bool {
    heading.map { ASCII.begins(file.source.bytes, at: $0.text.lower, before: $0.text.upper, with: "story ") }
      ?? false
  }

  /// The list of the tasks in the file, and those that belong to the work of the story.
  var tasks: (list: Checklist, boxes: [Checklist.Box])? {
    file.checklist(BMAD.dialect).map { list in
      (list, list.boxes(below: "tasks").filter { !$0.flags.contains(.aside) })
    }
  }

  /// The status as a place of a finding.
  func claim(_ status: PlacedText) -> Claim { Claim(status.location, "the file says \"\(status.text)\"") }
}
