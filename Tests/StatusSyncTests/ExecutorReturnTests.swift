import StatusSync
import StatusSyntax
import StatusTestSupport
import StatusText
import Testing

/// Return objects of executors are held to their schema.
@Suite struct ExecutorReturnTests {
  static let valid = [
    #"{"status": "completed"}"#, #"{"status": "partial", "phase_statuses": []}"#,
    #"{"status": "failed", "errors": [{"message": "m", "recoverable": false, "type": "x"}]}"#,
    #"{"status": "blocked", "reason": "no key"}"#,
    #"{"status": "completed", "artifacts": [{"type": "plan", "path": "p", "summary": null}], "summary": null}"#,
    #"{"status": "completed", "plan_metadata": {"phase_count": 3, "estimated_hours": 1.5, "extra": []}}"#,
    #"{"status": "completed", "plan_version": 2, "revision_reason": "r"}"#,
    #"{"status": "completed", "metadata": {"session_id": "s", "more": 1}, "next_steps": [], "confidence": 0.5}"#,
    #"{"status": "completed", "phase_statuses": [{"phase_number": "6A", "status": "completed", "started": "x"}]}"#,
  ]
  static let invalid = [
    #"[]"#, #"{}"#, #"{"status": "done"}"#, #"{"status": 1}"#, #"{"status": null}"#,
    #"{"status": "completed", "artifacts": {}}"#, #"{"status": "completed", "artifacts": ["p"]}"#,
    #"{"status": "completed", "artifacts": [{"type": "plan"}]}"#,
    #"{"status": "completed", "artifacts": [{"type": "", "path": "p"}]}"#,
    #"{"status": "completed", "phase_statuses": {}}"#, #"{"status": "completed", "phase_statuses": [1]}"#,
    #"{"status": "completed", "phase_statuses": [{"phase_number": 1}]}"#,
    #"{"status": "completed", "phase_statuses": [{"phase_number": 1, "status": "x", "timestamp": 1}]}"#,
    #"{"status": "failed", "errors": "e"}"#, #"{"status": "failed", "errors": [{"recoverable": true}]}"#,
    #"{"status": "failed", "errors": [{"message": "m", "recoverable": "no"}]}"#,
    #"{"status": "completed", "plan_metadata": 3}"#,
    #"{"status": "completed", "plan_metadata": {"phase_count": "3"}}"#,
    #"{"status": "completed", "plan_metadata": {"estimated_hours": "3"}}"#,
    #"{"status": "completed", "plan_version": 0}"#, #"{"status": "completed", "plan_version": "2"}"#,
    #"{"status": "completed", "summary": 1}"#, #"{"status": "blocked", "reason": []}"#,
    #"{"status": "completed", "metadata": []}"#, #"{"status": "completed", "metadata": {"session_id": 3}}"#,
  ]

  private func schema() throws -> JSONSchema {
    let bytes = try FileBytes.read("\(Project.directory)/schemas/executor-return.schema.json")
    return JSONSchema(try JSONValue(parsing: bytes))
  }

  private func errors(_ text: String) -> [SyncError] {
    switch ExecutorReturn.read(JSONTree(SourceText(text))) {
    case .success: []
    case .failure(let errors): errors.errors
    }
  }

  @Test("what the schema allows is read", arguments: valid)
  func allowed(text: String) throws {
    #expect(errors(text).isEmpty)
    #expect(try schema().violations(in: JSONValue(parsing: Array(text.utf8))) == [])
  }

  @Test("what it does not allow is refused", arguments: invalid)
  func refused(text: String) throws {
    #expect(errors(text).count == 1, "\(errors(text))")
    #expect(try !schema().violations(in: JSONValue(parsing: Array(text.utf8))).isEmpty)
  }

  static let told: [(object: String, message: String)] = [
    (
      "{\n\"status\": \"completed\",\n\"status\": \"failed\"}",
      "the return object is not valid: line 3: \"status\" is a duplicate key; it is also in line 2"
    ),
    (
      "{\"status\": \"completed\",\n\"artifacts\": [{\"type\": \"plan\", \"path\": \"p\"},\n{\"type\": \"plan\"}]}",
      "the return object is not valid: line 3: \"artifacts[1].path\" is missing"
    ),
    (
      "{\"status\": \"completed\", \"phase_statuses\": [\n{\"phase_number\": 1,\n\"status\": 3}]}",
      "phase_statuses missing or malformed: line 3: \"phase_statuses[0].status\" is 3, not a string"
    ),
    (
      "{\"status\": \"completed\",\n \"metadata\": {\"a\": 1, \"a\": 2}}",
      "the return object is not valid: line 2: \"a\" is a duplicate key; it is also in line 2"
    ),
    (
      "{\"status\": \"completed\",\n\"plan_metadata\": {\"phase_count\": \"3\"}}",
      "the return object is not valid: line 2: \"plan_metadata.phase_count\" is \"3\", not a whole number from 0"
    ),
    (
      "{\"status\": \"completed\"\n\"summary\": 1}",
      "the return object is not valid: it is not JSON: line 2, column 1: found '\"', expected ',' or '}'"
    ),
  ]

  @Test("a fault is told with its line and its member", arguments: told)
  func places(object: String, message: String) {
    #expect(errors(object).map(\.message.description).first == message)
  }

  @Test("all faults are told at once")
  func allAtOnce() {
    let found = errors(
      #"{"status": "x", "artifacts": 1, "phase_statuses": 1, "errors": 1, "plan_version": -1}"#)
    #expect(found.count == 5)
    #expect(found.allSatisfy { $0.kind == .validation })
    #expect(errors("{").map(\.code) == ["MALFORMED_RETURN"])
  }
}
