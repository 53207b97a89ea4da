import StatusClaims
import StatusText

/// The tasks of a list with boxes, as subjects.
struct ChecklistSubjects {
  private let rules: ChecklistRules
  private let owner: String

  /// The tasks of what has the id `owner`.
  init(_ rules: ChecklistRules, of owner: String) {
    self.rules = rules
    self.owner = owner
  }

  private var list: Checklist { rules.list }

  /// All of them. A task that is written several times is one subject with several claims; different tasks with one
  /// number are several subjects with one id.
  var all: [PlanSubject] {
    var first: [String: Int] = [:]
    var groups: [(id: String, boxes: [Int])] = []
    for (index, box) in list.boxes.enumerated() {
      if let id = box.id, let known = first[id], rules.isSame(list.boxes[groups[known].boxes[0]], box) {
        groups[known].boxes.append(index)
        continue
      }
      if let id = box.id, first[id] == nil { first[id] = groups.count }
      groups.append((box.id ?? "#\(index + 1)", [index]))
    }
    var ids = [String](repeating: "", count: list.boxes.count)
    for (id, boxes) in groups { for box in boxes { ids[box] = "\(owner)/\(id)" } }
    return groups.map { subject($0.boxes, ids, isNumbered: list.boxes[$0.boxes[0]].id != nil) }
  }

  private func subject(_ boxes: [Int], _ ids: [String], isNumbered: Bool) -> PlanSubject {
    let box = list.boxes[boxes[0]]
    let tick = list.tick(rules.dialect)
    let claims = boxes.map { index in
      let box = list.boxes[index]
      var claim = PlanClaim("box", PlacedText(list, box), word: CheckboxDialect.word(for: box.state)) {
        [dialect = rules.dialect] word in
        String(decoding: [dialect.mark(for: word, tick: tick)], as: UTF8.self)
      }
      claim.isKept = !box.flags.contains(.twin)
      return claim
    }
    var subject = PlanSubject(
      kind: "task", id: ids[boxes[0]], title: title(box), claims: claims, statuses: rules.dialect.statuses)
    if isNumbered, let id = box.id { subject.names = [id] }
    subject.parent = box.parent.map { ids[$0] } ?? owner
    subject.isStep = true
    subject.isWanted = box.flags.isEmpty
    return subject
  }

  private func title(_ box: Checklist.Box) -> String {
    let bytes = list.source.bytes
    let end = bytes.lineEnd(from: box.title.lower, to: box.title.upper)
    return list.source.text(ByteRange(box.title.lower, max(box.title.lower, end)))
  }
}
