import StatusSyntax

/// Reads the members of an executor's return object, and keeps all that is wrong with them.
struct ExecutorReturnReader {
  private let root: JSONValue
  /// What is wrong so far.
  private(set) var errors: [SyncError] = []

  init(_ root: JSONValue) { self.root = root }

  /// A member that is there and is not null.
  private func member(_ key: String, of object: JSONValue? = nil) -> JSONValue? {
    let value = (object ?? root)[key]
    return value?.kind == .null ? nil : value
  }

  private mutating func fault(_ key: String, _ what: String) {
    errors.append(.malformedReturn("\"\(key)\" \(what)"))
  }

  mutating func outcome() -> ExecutorReturn.Outcome? {
    let valid = ExecutorReturn.Outcome.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    guard let value = member("status") else {
      fault("status", "is missing; it is one of \(valid)")
      return nil
    }
    guard let outcome = value.string.flatMap({ ExecutorReturn.Outcome(rawValue: $0) }) else {
      fault("status", "is \(shown(value)); it is one of \(valid)")
      return nil
    }
    return outcome
  }

  mutating func text(_ key: String) -> String? {
    guard let value = member(key) else { return nil }
    guard let text = value.string else {
      fault(key, "is \(value.kind.description), not a string")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  mutating func artifacts() -> [ArtifactClaim] {
    guard let value = member("artifacts") else { return [] }
    guard value.kind == .array, let claims = ArtifactClaim.read(value) else {
      fault("artifacts", "is not a list of objects with \"type\" and \"path\"")
      return []
    }
    return claims
  }

  mutating func phases() -> [PhaseStep]? {
    guard let value = member("phase_statuses") else { return nil }
    guard value.kind == .array, case .success(let steps) = PhaseStep.read(value) else {
      errors.append(.phaseStatuses)
      return nil
    }
    return steps
  }

  mutating func failures() -> [ExecutorReturn.Failure] {
    guard let value = member("errors") else { return [] }
    let failures = value.elements.compactMap { element -> ExecutorReturn.Failure? in
      guard let message = element["message"]?.string, element["recoverable"].map({ $0.bool != nil }) ?? true
      else {
        return nil
      }
      return ExecutorReturn.Failure(message: message, isRecoverable: element["recoverable"]?.bool)
    }
    guard value.kind == .array, failures.count == value.elements.count else {
      fault("errors", "is not a list of objects with \"message\" and, true or false, \"recoverable\"")
      return []
    }
    return failures
  }

  mutating func planMetadata() -> PlanMetadata? {
    guard let value = member("plan_metadata") else { return nil }
    guard let metadata = PlanMetadata(value) else {
      fault("plan_metadata", "is no object with \"phase_count\", \"estimated_hours\" and \"complexity\"")
      return nil
    }
    return metadata
  }

  mutating func version() -> Int? {
    guard let value = member("plan_version") else { return nil }
    guard let version = value.integer, version >= 1 else {
      fault("plan_version", "is \(shown(value)), not a number from 1")
      return nil
    }
    return version
  }

  mutating func session() -> String? {
    guard let metadata = member("metadata") else { return nil }
    guard metadata.kind == .object else {
      fault("metadata", "is \(metadata.kind.description), not an object")
      return nil
    }
    guard let session = member("session_id", of: metadata) else { return nil }
    if session.kind != .string { fault("session_id", "is \(session.kind.description), not a string") }
    return session.string
  }

  /// A value as a message quotes it, cut where it is long.
  private func shown(_ value: JSONValue) -> String {
    guard !value.isContainer else { return value.kind.description }
    let text = root.tree.source.text(value.range)
    return text.count > 40 ? "\(text.prefix(37))…" : text
  }
}
