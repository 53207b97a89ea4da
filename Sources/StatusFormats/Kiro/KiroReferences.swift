import StatusClaims
import StatusDiagnostics
import StatusSyntax
import StatusText

/// What the tasks of a spec refer to: its requirements, and other tasks. One finding for each that does not exist.
struct KiroReferences {
  private let spec: KiroSpec
  private let file: PlanFile
  private let list: Checklist
  private let rules: ChecklistRules

  init(_ spec: KiroSpec, _ tasks: (file: PlanFile, list: Checklist), _ rules: ChecklistRules) {
    self.spec = spec
    file = tasks.file
    list = tasks.list
    self.rules = rules
  }

  private var bytes: [UInt8] { file.source.bytes }

  /// The fields below the tasks, with the number of the task.
  private var fields: [(box: Int, field: TaskFields)] {
    list.boxes.indices.flatMap { index in
      bytes.lines(in: list.boxes[index].details).compactMap { line in
        TaskFields(bytes, line).map { (index, $0) }
      }
        + bytes.lines(in: list.boxes[index].title).compactMap { line in
          TaskFields(bytes, line).map { (index, $0) }
        }
    }
  }

  func check(isAsked: (String) -> Bool, into findings: inout ClaimFindings) {
    let fields = fields
    let requirements = spec.requirements.map(KiroRequirements.init)?.all ?? [:]
    if !requirements.isEmpty {
      let named = fields.filter { $0.field.kind == .requirements }.flatMap(\.field.references)
      checkRequirements(named, requirements, into: &findings)
      if isAsked("uncovered-requirement"), !named.isEmpty { checkCoverage(requirements, into: &findings) }
    }
    checkDependencies(fields.filter { $0.field.kind == .dependencies }, into: &findings)
    checkWaves(into: &findings)
  }

  // MARK: Requirements

  private func checkRequirements(
    _ named: [TaskFields.Reference], _ known: [Int: KiroRequirements.Requirement],
    into findings: inout ClaimFindings
  ) {
    var order: [String] = []
    var places: [String: [ByteRange]] = [:]
    var messages: [String: String] = [:]
    for reference in named {
      let parts = reference.text.split(separator: ".").prefix(2).compactMap { Int($0) }
      guard let number = parts.first else { continue }
      let name: String
      if let requirement = known[number] {
        guard parts.count == 2, requirement.lastCriterion > 0, parts[1] > requirement.lastCriterion else {
          continue
        }
        name = "\(number).\(parts[1])"
        messages[name] =
          "requirement \(number) has only \(Counted(requirement.lastCriterion, "criterion", plural: "criteria")), not \(name)"
      } else {
        name = "\(number)"
        messages[name] = "requirement \(name) is not in requirements.md"
      }
      if places[name] == nil { order.append(name) }
      places[name, default: []].append(reference.range)
    }
    for name in order {
      guard let found = places[name], let message = messages[name] else { continue }
      findings.report(
        "unknown-reference", .error, "\(spec.subject), requirement \(name)", message,
        at: file.location(found[0]),
        claims: found.dropFirst().map { Claim(file.location($0), "it is named here, too") },
        missingFrom: spec.requirements.map { [$0.source.path] } ?? [], help: "correct the number")
    }
  }

  /// Requirements that nothing in the tasks names, in any way.
  private func checkCoverage(_ known: [Int: KiroRequirements.Requirement], into findings: inout ClaimFindings)
  {
    guard let requirements = spec.requirements else { return }
    let named = namedNumbers
    let missing = known.filter { !named.contains($0.key) }.sorted { $0.value.range < $1.value.range }
    guard let first = missing.first else { return }
    let numbers = missing.map { "\($0.key)" }.joined(separator: ", ")
    findings.report(
      "uncovered-requirement", .info, spec.subject, "no task names requirement \(numbers)",
      at: requirements.location(first.value.range),
      claims: missing.dropFirst().map {
        Claim(requirements.location($0.value.range), "requirement \($0.key) is not named, either")
      },
      missingFrom: [file.source.path])
  }

  /// The numbers of requirements that stand anywhere in the tasks but as numbers of tasks.
  private var namedNumbers: Set<Int> {
    var named: Set<Int> = []
    var place = 0
    var box = 0
    while place < bytes.count {
      while box < list.boxes.count, list.boxes[box].title.lower <= place { box += 1 }
      if box < list.boxes.count, list.boxes[box].range.lower <= place {
        place = list.boxes[box].title.lower
        box += 1
        continue
      }
      guard ASCII.isDigit(bytes[place]), place == 0 || !ASCII.isAlphanumeric(bytes[place - 1]) else {
        place += 1
        continue
      }
      let digits = bytes[place...].prefix { ASCII.isDigit($0) }
      let end = digits.endIndex
      let hasCriterion =
        end + 1 < bytes.count && bytes[end] == UInt8(ascii: ".") && ASCII.isDigit(bytes[end + 1])
      if digits.count < 5, hasCriterion || isAfterWord(place),
        let number = Int(String(decoding: digits, as: UTF8.self))
      {
        named.insert(number)
      }
      place = end
    }
    for field in fields where field.field.kind == .requirements {
      named.formUnion(field.field.references.compactMap(\.requirements).joined())
    }
    return named
  }

  /// Whether "Requirement" stands before a number.
  private func isAfterWord(_ place: Int) -> Bool {
    var end = place
    while end > 0, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
    return ["requirement", "requirements", "req"].contains { word in
      let count = word.utf8.count
      return end >= count && bytes[(end - count)..<end].map(ASCII.lowercased).elementsEqual(word.utf8)
    }
  }

  // MARK: Tasks

  private func checkDependencies(
    _ fields: [(box: Int, field: TaskFields)], into findings: inout ClaimFindings
  ) {
    var known: [String: [Int]] = [:]
    for (index, box) in list.boxes.enumerated() {
      if let id = box.id { known[id, default: []].append(index) }
    }
    if known.isEmpty { return }
    var open: [Int: [Int]] = [:]
    var missing: Set<String> = []
    for (index, field) in fields {
      for reference in field.references {
        if let boxes = known[reference.text] {
          if list.boxes[index].isDone {
            open[index, default: []] += boxes.filter { list.boxes[$0].isMissing }
          }
        } else if missing.insert(reference.text).inserted {
          findings.report(
            "unknown-reference", .error, "\(spec.subject), task \(reference.text)",
            "task \(reference.text) is not in this list",
            at: file.location(reference.range), help: "correct the number")
        }
      }
    }
    for (index, boxes) in open.sorted(by: { $0.key < $1.key }) where !boxes.isEmpty {
      let box = list.boxes[index]
      let names = boxes.compactMap { list.boxes[$0].id }.joined(separator: ", ")
      findings.report(
        "unmet-dependency", .warning, rules.subject(box),
        "\(rules.name(box)) is ticked, but \(names), on which it depends, \(boxes.count == 1 ? "is" : "are") not",
        at: list.location(box),
        claims: rules.claims(boxes), help: "tick the dependency if it is done, or correct what the task says")
    }
  }

  /// The waves of the graph: JSON in a code block below its heading.
  private func checkWaves(into findings: inout ClaimFindings) {
    let known = Set(list.boxes.compactMap(\.id))
    guard let outline = file.outline, !known.isEmpty else { return }
    var isGraph = false
    for block in outline.blocks {
      if block.kind == .heading {
        isGraph = file.source.text(block.text).lowercased().hasPrefix("task dependency graph")
      } else if isGraph, block.kind == .code, block.isFenced {
        check(waves: block, known, into: &findings)
      }
    }
  }

  private func check(
    waves block: MarkdownOutline.Block, _ known: Set<String>, into findings: inout ClaimFindings
  ) {
    guard let start = bytes[block.range.indices].firstIndex(of: UInt8(ascii: "{")),
      let end = bytes[start..<block.range.upper].lastIndex(of: UInt8(ascii: "}"))
    else { return }
    let tree = JSONTree(SourceText(path: file.source.path, bytes: Array(bytes[start...end])))
    guard let waves = tree.root?["waves"] else { return }
    var places: [String: [ByteRange]] = [:]
    var order: [String] = []
    for wave in waves.elements {
      for task in wave["tasks"].map({ Array($0.elements) }) ?? [] {
        let text = task.string ?? tree.source.text(task.range)
        guard let first = text.utf8.first, ASCII.isDigit(first) else { continue }
        if places[text] == nil { order.append(text) }
        places[text, default: []].append(ByteRange(task.range.lower + start, task.range.upper + start))
      }
    }
    for id in order {
      guard let found = places[id] else { continue }
      if !known.contains(id) {
        findings.report(
          "unknown-reference", .error, "\(spec.subject), task \(id)",
          "the graph names task \(id), which is not in the list",
          at: file.location(found[0]), help: "correct the number")
      } else if found.count > 1 {
        findings.report(
          "duplicate-id", .warning, "\(spec.subject), wave of task \(id)",
          "task \(id) is in \(found.count) waves", at: file.location(found[0]),
          claims: found.dropFirst().map { Claim(file.location($0), "it is here, too") },
          help: "leave it in one wave")
      }
    }
  }
}
