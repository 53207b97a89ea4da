import StatusSyntax

/// Reads the members of a return object, and collects their errors.
struct ExecutorReturnReader {
  private let root: JSONValue
  /// The errors so far.
  private(set) var errors: [SyncError] = []

  init(_ root: JSONValue) { self.root = root }

  /// A member that exists and is not null.
  private func member(_ key: String, of object: JSONValue? = nil) -> JSONValue? {
    let value = (object ?? root)[key]
    return value?.kind == .null ? nil : value
  }

  private mutating func add(_ fault: InputFault) { errors.append(.malformedReturn(fault.text)) }

  mutating func outcome() -> ExecutorReturn.Outcome? {
    let valid = ExecutorReturn.Outcome.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    guard let value = member("status") else {
      add(InputFault("status", "is missing; it is one of \(valid)", at: root))
      return nil
    }
    guard let outcome = value.string.flatMap({ ExecutorReturn.Outcome(rawValue: $0) }) else {
      add(InputFault("status", "is \(InputFault.shown(value)); it is one of \(valid)", at: value))
      return nil
    }
    return outcome
  }

  mutating func text(_ key: String) -> String? {
    guard let value = member(key) else { return nil }
    guard let text = value.string else {
      add(.kind(key, value, "a string"))
      return nil
    }
    return text.isEmpty ? nil : text
  }

  mutating func artifacts() -> [ArtifactClaim] {
    guard let value = member("artifacts") else { return [] }
    do throws(InputFault) {
      guard value.kind == .array else { throw .kind("artifacts", value, "a list") }
      return try ArtifactClaim.read(value)
    } catch {
      add(error)
      return []
    }
  }

  mutating func phases() -> [PhaseStep]? {
    guard let value = member("phase_statuses") else { return nil }
    guard value.kind == .array else {
      errors.append(.phaseStatuses(InputFault.kind("phase_statuses", value, "a list").text))
      return nil
    }
    switch PhaseStep.read(value) {
    case .success(let steps): return steps
    case .failure(let error):
      errors.append(error)
      return nil
    }
  }

  mutating func failures() -> [ExecutorReturn.Failure] {
    guard let value = member("errors") else { return [] }
    do throws(InputFault) {
      guard value.kind == .array else { throw .kind("errors", value, "a list") }
      var failures: [ExecutorReturn.Failure] = []
      for element in value.elements {
        failures.append(try Self.failure(element, "errors[\(failures.count)]"))
      }
      return failures
    } catch {
      add(error)
      return []
    }
  }

  private static func failure(_ value: JSONValue, _ name: String) throws(InputFault) -> ExecutorReturn.Failure
  {
    guard value.kind == .object else { throw .kind(name, value, "an object with \"message\"") }
    guard let message = value["message"] else { throw .missing("\(name).message", in: value) }
    guard let text = message.string else { throw .kind("\(name).message", message, "a string") }
    let recoverable = value["recoverable"]
    if let recoverable, recoverable.bool == nil {
      throw .kind("\(name).recoverable", recoverable, "true or false")
    }
    return ExecutorReturn.Failure(message: text, isRecoverable: recoverable?.bool)
  }

  mutating func planMetadata() -> PlanMetadata? {
    guard let value = member("plan_metadata") else { return nil }
    do throws(InputFault) {
      return try PlanMetadata(value)
    } catch {
      add(error)
      return nil
    }
  }

  mutating func version() -> Int? {
    guard let value = member("plan_version") else { return nil }
    guard let version = value.integer, version >= 1 else {
      add(.kind("plan_version", value, "a whole number from 1"))
      return nil
    }
    return version
  }

  mutating func session() -> String? {
    guard let metadata = member("metadata") else { return nil }
    guard metadata.kind == .object else {
      add(.kind("metadata", metadata, "an object"))
      return nil
    }
    guard let session = member("session_id", of: metadata) else { return nil }
    guard let name = session.string else {
      add(.kind("metadata.session_id", session, "a string"))
      return nil
    }
    return name.isEmpty ? nil : name
  }
}
