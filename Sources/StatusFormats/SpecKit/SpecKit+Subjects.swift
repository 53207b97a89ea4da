import StatusClaims
import StatusText

extension SpecKit {
  func subjects(of tree: PlanTree) -> [PlanSubject] {
    Feature.all(in: tree).flatMap { feature -> [PlanSubject] in
      var subject = PlanSubject(
        kind: "feature", id: feature.path, title: feature.title,
        claims: feature.documents.flatMap(Self.fields), statuses: Self.statuses)
      subject.names = [feature.number.text, feature.name]
      return [subject] + Self.tasks(of: feature)
    }
  }

  private static func tasks(of feature: Feature) -> [PlanSubject] {
    guard let list = feature.tasks?.list else { return [] }
    return ChecklistSubjects(feature.rules(for: list), of: feature.path).all.map { task in
      var task = task
      let own = task.id.dropFirst(feature.path.count)
      task.names += [feature.number.text + own, feature.name + own]
      return task
    }
  }

  /// The words that commands may write: upstream only ever writes the first one.
  private static let statuses = Vocabulary([
    .init("Draft", .open), .init("Planned", .open), .init("In Progress", .active),
    .init("Implemented", .done),
    .init("Completed", .done), .init("Shipped", .done),
  ])

  /// The fields that name a status at the head of a file.
  private static func fields(of file: PlanFile) -> [PlanClaim] {
    HeadField.all(in: file).filter { $0.name == "status" }.map { field in
      let place = PlacedText(file.source, field.value)
      return PlanClaim("Status", place, word: statuses.word(place.text)?.text)
    }
  }

  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    let features = Feature.all(in: tree)
    if let feature = features.first(where: { move.subject.id.hasPrefix("\($0.path)/") }),
      let tasks = feature.tasks
    {
      let after = ChecklistMove(move, feature.rules(for: tasks.list), in: tasks.file).make(into: &edits)
      guard let status = move.ownerStatus, let after, after.isDone else { return }
      close(feature, as: status, into: &edits)
    } else if move.subject.claims.isEmpty {
      edits.refuse(
        "\(move.subject.id) has no field Status",
        help: "add the line \"**Status**: Draft\" above the first section of its spec.md")
    } else {
      for claim in move.subject.claims { edits.write(move.status.text, at: claim) }
    }
  }

  private func close(_ feature: Feature, as status: String, into edits: inout PlanEdits) {
    guard let word = Self.statuses.word(status), word.stage == .done else {
      edits.refuse("\"\(status)\" is not a status of a finished feature", help: Self.statuses.help)
      return
    }
    for claim in feature.documents.flatMap(Self.fields) { edits.write(word.text, at: claim) }
  }
}

extension Feature {
  /// The files that may name its status.
  fileprivate var documents: [PlanFile] { [spec, plan].compactMap(\.self) }

  /// The heading of its spec, without the words of the template.
  fileprivate var title: String {
    guard let spec, let outline = spec.outline, let first = outline.headings.first else { return "" }
    let text = spec.source.text(outline.blocks[first].text)
    let start = "Feature Specification: "
    return text.hasPrefix(start) ? String(text.dropFirst(start.count)) : text
  }
}
