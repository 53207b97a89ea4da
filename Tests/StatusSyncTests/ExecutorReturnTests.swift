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

  @Test("all faults are told at once")
  func allAtOnce() {
    let found = errors(
      #"{"status": "x", "artifacts": 1, "phase_statuses": 1, "errors": 1, "plan_version": -1}"#)
    #expect(found.count == 5)
    #expect(found.allSatisfy { $0.kind == .validation })
    #expect(errors("{").map(\.code) == ["MALFORMED_RETURN"])
  }
}
