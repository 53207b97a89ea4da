import StatusSyntax

extension PhaseStep {
  /// Reads `[{"phase_number": 1, "status": "completed", "timestamp": "…Z", "started": "…Z", "reason": "…"}]`; an
  /// object with such a member `phase_statuses` will do.
  package static func read(_ value: JSONValue) -> Result<[PhaseStep], SyncError> {
    let list = value.kind == .object ? value["phase_statuses"] ?? value : value
    guard list.kind == .array else { return .failure(.phaseStatuses) }
    var steps: [PhaseStep] = []
    for element in list.elements {
      guard let step = PhaseStep(element) else { return .failure(.phaseStatuses) }
      steps.append(step)
    }
    return .success(steps)
  }

  private init?(_ value: JSONValue) {
    guard value.kind == .object, let number = value["phase_number"], let status = value["status"]?.string
    else {
      return nil
    }
    let optional = ["timestamp", "started", "reason"].map { value[$0] }
    guard number.kind == .string || number.kind == .number,
      optional.allSatisfy({ $0 == nil || $0?.kind == .string || $0?.kind == .null })
    else { return nil }
    self.init(
      number: number.string ?? value.tree.source.text(number.range), status: status,
      timestamp: optional[0]?.string, started: optional[1]?.string, reason: optional[2]?.string)
  }
}
