import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of a tracker and the epics files that it was generated from.
struct BMADPlanRules {
  private let tracker: BMADTracker
  private let project: BMADProject

  init(_ tracker: BMADTracker, in project: BMADProject) {
    self.tracker = tracker
    self.project = project
  }

  func check(into findings: inout ClaimFindings) {
    for story in tracker.stories {
      guard story.key.number != nil, tracker.epic(of: story.key) == nil else { continue }
      findings.report("unknown-reference", .info, story.key.text, .noEpic(story.key.text), at: story.location)
    }
    let planned = headings
    let numbered = Dictionary(
      tracker.stories.compactMap { story in story.key.number.map { ($0, story) } },
      uniquingKeysWith: { first, _ in first })
    let shared = planned.keys.count { numbered[$0] != nil }
    // Two plans that hardly agree are not of the same stories.
    guard shared * 10 >= numbered.count * 8 || shared * 10 >= planned.count * 8, shared > 0 else { return }
    for (number, story) in numbered.sorted(by: { $0.key < $1.key })
    where planned[number] == nil && story.stage != .closed {
      findings.report("unknown-reference", .info, number, .unplanned(number), at: story.location)
    }
    for (number, location) in planned.sorted(by: { $0.key < $1.key }) where numbered[number] == nil {
      findings.report(
        "untracked-task", .info, number, .untracked(number, PathText.name(of: tracker.path)), at: location)
    }
  }

  /// The headings `Story N.M: Title` by their numbers.
  private var headings: [String: Location] {
    var found: [String: Location] = [:]
    for file in project.plans(of: tracker) {
      guard let outline = file.outline else { continue }
      for index in outline.headings {
        let range = outline.blocks[index].text
        guard ASCII.begins(file.source.bytes, at: range.lower, before: range.upper, with: "story ") else {
          continue
        }
        let text = file.source.text(range)
        let words = text.split(maxSplits: 2) { $0 == " " || $0 == ":" }
        guard words.count > 1, !text.contains(text: "[REMOVED]"),
          let number = BMADKey.number(ofHeading: words[1])
        else { continue }
        if found[number] == nil { found[number] = file.location(range) }
      }
    }
    return found
  }
}

extension String {
  fileprivate static func noEpic(_ key: String) -> String { "no epic is listed for \(key)" }
  fileprivate static func unplanned(_ number: String) -> String { "no epics file has story \(number)" }
  fileprivate static func untracked(_ number: String, _ name: String) -> String {
    "\(name) does not list story \(number)"
  }
}
