import StatusClaims
import StatusDiagnostics
import StatusText

/// What the tasks of a feature refer to: other tasks, the stories and the requirements of its spec. One finding for each
/// that does not exist.
struct FeatureReferences {
  private let feature: Feature
  private let file: PlanFile
  private let list: Checklist
  private var bytes: [UInt8] { file.source.bytes }

  init(_ feature: Feature, _ tasks: (file: PlanFile, list: Checklist)) {
    self.feature = feature
    file = tasks.file
    list = tasks.list
  }

  /// The places of a reference to nothing.
  private struct Missing {
    var order: [String] = []
    var places: [String: [ByteRange]] = [:]

    mutating func add(_ name: String, _ range: ByteRange) {
      if places[name] == nil { order.append(name) }
      places[name, default: []].append(range)
    }
  }

  func check(into findings: inout ClaimFindings) {
    var tasks = Missing()
    var stories = Missing()
    var requirements = Missing()
    let numbers = knownTasks
    let knownStories = feature.spec.map(StoryNumbers.all) ?? []
    let spec =
      feature.spec.map { RequirementIDs.all(in: $0.source.bytes, ByteRange(0, $0.source.bytes.count)) } ?? []
    let normal = Set(spec.map(\.normal))
    let counts = Dictionary(grouping: normal) { $0.prefix { $0 != "-" } }.mapValues(\.count)
    // FR-003 is known if FR-003a is.
    let known = normal.union(spec.map(\.whole))
    var comments = (file.outline?.ranges(of: .html) ?? [])[...]
    for line in bytes.lines(in: ByteRange(0, bytes.count)) {
      while let comment = comments.first, comment.upper <= line.lower { comments.removeFirst() }
      if comments.first.map({ $0.lower <= line.lower }) ?? false { continue }
      // The tag is one of the task itself, whatever else its line speaks of.
      if !knownStories.isEmpty {
        for (number, range) in StoryNumbers.tags(in: bytes, line) where !knownStories.contains(number) {
          stories.add("[US\(number)]", range)
        }
      }
      if isAboutAnotherList(line) { continue }
      if !numbers.isEmpty {
        for reference in TaskReferences.all(in: bytes, line) where !numbers.contains(reference.number) {
          tasks.add("T\(reference.number.zeroPadded(to: 3))", reference.range)
        }
      }
      for id in RequirementIDs.all(in: bytes, line, skippingCode: true)
      where !known.contains(id.normal) && counts[id.text.prefix { $0 != "-" }] ?? 0 > 1 {
        requirements.add(id.text, id.range)
      }
    }
    report(tasks, "is not a task of this list", nil, into: &findings)
    report(stories, "is not a user story of the spec", feature.spec, into: &findings)
    report(requirements, "is not in the spec", feature.spec, into: &findings)
  }

  private func report(
    _ missing: Missing, _ text: String, _ spec: PlanFile?, into findings: inout ClaimFindings
  ) {
    for name in missing.order {
      guard let places = missing.places[name] else { continue }
      findings.report(
        "unknown-reference", .error, "\(feature.subject), \(name)", "\(name) \(text)",
        at: file.location(places[0]),
        claims: places.dropFirst().map { Claim(file.location($0), "\(name) is named here, too") },
        missingFrom: spec.map { [$0.source.path] } ?? [], help: "correct the reference")
    }
  }

  // MARK: What is known

  /// The numbers of the tasks in boxes and headings.
  private var knownTasks: Set<Int> {
    var numbers = Set(list.boxes.flatMap { Self.numbers(of: $0, list.source) })
    if numbers.isEmpty { return [] }
    for heading in list.headings {
      let references = TaskReferences.all(in: bytes, heading.text)
      if let first = references.first, first.range.lower == heading.text.lower {
        numbers.insert(first.number)
      }
    }
    return numbers
  }

  /// The numbers that a task has: one, or several for `T009–T011 Three beds`.
  static func numbers(of box: Checklist.Box, _ source: SourceText) -> [Int] {
    guard let id = box.id else { return [] }
    let digits = id.utf8.dropFirst().prefix { ASCII.isDigit($0) }
    guard let first = Int(Substring(digits)) else { return [] }
    // The rest of a range is at the beginning of the title.
    let title = ByteRange(box.title.lower, min(box.title.upper, box.title.lower + 12))
    guard let next = TaskReferences.all(in: source.bytes, title).first,
      source.bytes[title.lower..<next.range.lower].allSatisfy({
        ASCII.isBlank($0) || ASCII.isOne($0, of: "-/,&+") || $0 >= 0x80
      }),
      next.range.lower > title.lower, next.number > first, next.number - first < 100
    else { return [first] }
    let isList = source.bytes[title.lower..<next.range.lower].contains { ASCII.isOne($0, of: "/,&+") }
    return isList ? [first, next.number] : Array(first...next.number)
  }

  /// Whether a line speaks of the tasks of another spec, or of tasks that are gone.
  private func isAboutAnotherList(_ line: ByteRange) -> Bool {
    var place = line.lower
    var isCode = false
    while place < line.upper {
      let byte = bytes[place]
      if byte == UInt8(ascii: "`") { isCode.toggle() }
      let isStart = place == line.lower || !ASCII.isAlphanumeric(bytes[place - 1])
      if isStart, ASCII.isLetter(byte) {
        if !isCode, saysGone(at: place, line.upper) { return true }
        for word: StaticString in ["feature ", "spec ", "specs ", "specs/", "feature-", "spec-"]
        where ASCII.begins(bytes, at: place, before: line.upper, with: word) {
          if isOther(at: place + word.utf8CodeUnitCount, line.upper) { return true }
        }
      } else if isStart, ASCII.isDigit(byte), isOther(at: place, line.upper),
        bytes[place..<line.upper].prefix(while: ASCII.isDigit).count == 3
      {
        let after = place + 3
        if after + 1 < line.upper, bytes[after] == UInt8(ascii: "-"), ASCII.isLetter(bytes[after + 1]) {
          return true
        }
      }
      place += 1
    }
    return false
  }

  /// Whether a word at `place` says that a task is gone, or was called otherwise.
  private func saysGone(at place: Int, _ limit: Int) -> Bool {
    func begins(_ word: StaticString) -> Bool { ASCII.begins(bytes, at: place, before: limit, with: word) }
    return Self.goneBeginnings.contains(where: begins)
      || Self.goneWords.contains { word in
        let end = place + word.utf8CodeUnitCount
        return begins(word) && (end >= limit || !ASCII.isAlphanumeric(bytes[end]))
      }
  }

  /// Whether the number of another feature is at `place`.
  private func isOther(at place: Int, _ limit: Int) -> Bool {
    let digits = bytes[place..<limit].prefix { ASCII.isDigit($0) }
    return digits.count >= 3 && !digits.elementsEqual(feature.number.text.utf8)
  }

  private static let goneBeginnings: [StaticString] = ["renumber", "was t"]
  private static let goneWords: [StaticString] = [
    "removed", "merged into", "deleted", "superseded", "replaced", "formerly", "previously",
    "obsolete", "dropped", "no longer", "reserved", "skipped",
  ]
}
