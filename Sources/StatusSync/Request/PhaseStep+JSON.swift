import StatusSyntax

extension PhaseStep {
  /// Reads `[{"phase_number": 1, "status": "completed", "timestamp": "…Z", "started": "…Z", "reason": "…"}]`, or an
  /// object with such a list as `phase_statuses`.
  package static func read(_ value: JSONValue) -> Result<[PhaseStep], SyncError> {
    do throws(InputFault) {
      return .success(try steps(value))
    } catch {
      return .failure(.phaseStatuses(error.text))
    }
  }

  private static let name = "phase_statuses"

  private static func steps(_ value: JSONValue) throws(InputFault) -> [PhaseStep] {
    var list = value
    if value.kind == .object {
      guard let member = value[name] else { throw .missing(name, in: value) }
      list = member
    }
    guard list.kind == .array else { throw .kind(name, list, "a list") }
    var steps: [PhaseStep] = []
    for element in list.elements { steps.append(try PhaseStep(element, "\(name)[\(steps.count)]")) }
    return steps
  }

  private init(_ value: JSONValue, _ name: String) throws(InputFault) {
    guard value.kind == .object else { throw .kind(name, value, "an object") }
    guard let number = value["phase_number"] else { throw .missing("\(name).phase_number", in: value) }
    guard number.kind == .string || number.kind == .number else {
      throw .kind("\(name).phase_number", number, "a number or a string")
    }
    if number.string == "" { throw InputFault("\(name).phase_number", "is empty", at: number) }
    guard let status = value["status"] else { throw .missing("\(name).status", in: value) }
    guard let text = status.string else { throw .kind("\(name).status", status, "a string") }
    if text.isEmpty { throw InputFault("\(name).status", "is empty", at: status) }
    self.init(
      number: number.string ?? value.tree.source.text(number.range), status: text,
      timestamp: try Self.text("timestamp", of: value, name),
      started: try Self.text("started", of: value, name),
      reason: try Self.text("reason", of: value, name))
  }

  private static func text(_ key: String, of value: JSONValue, _ name: String) throws(InputFault) -> String? {
    guard let member = value[key], member.kind != .null else { return nil }
    guard let text = member.string else { throw .kind("\(name).\(key)", member, "a string") }
    return text
  }
}
