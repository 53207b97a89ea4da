import Testing

@testable import StatusHooks

/// The events of each agent, in the form that its documentation gives.
struct HookEventReaderTests {
  private func read(_ text: String) throws -> HookEvent { try HookEventReader.read(Array(text.utf8)) }

  private func replacement(_ path: String) -> FileEdit {
    FileEdit(
      path: path, change: .replacements([TextReplacement(old: [0x61], new: [0x62], isForAll: false)]))
  }

  private let claude =
    #""session_id":"s","transcript_path":"/t.jsonl","cwd":"/w","permission_mode":"default""#

  @Test func claudeCode() throws {
    let edit = try read(
      "{\(claude),\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Edit\",\"tool_use_id\":\"t\",\"tool_input\":"
        + #"{"file_path":"/w/f","old_string":"a","new_string":"b","replace_all":false}}"#)
    #expect(edit.agent == .claude && edit.directory == "/w")
    #expect(edit.moment == .beforeEdit([replacement("/w/f")]))
    let several = try read(
      "{\(claude),\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"MultiEdit\",\"tool_input\":"
        + #"{"file_path":"/w/f","edits":[{"old_string":"a","new_string":"b"}]}}"#)
    #expect(several.moment == .beforeEdit([replacement("/w/f")]))
    let write = try read(
      "{\(claude),\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Write\",\"tool_input\":"
        + #"{"file_path":"/w/f","content":"b"},"tool_response":{"filePath":"/w/f","success":true}}"#)
    #expect(write.moment == .afterEdit([FileEdit(path: "/w/f", change: .content([0x62]))]))
    let shell = try read(
      "{\(claude),\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\"ls\"}}"
    )
    #expect(shell.moment == .beforeShell("ls"))
    #expect(
      try read("{\(claude),\"hook_event_name\":\"Stop\",\"stop_hook_active\":true}").moment
        == .stop(isRepeated: true))
    #expect(
      try read("{\(claude),\"hook_event_name\":\"SessionStart\",\"source\":\"startup\"}").moment == .start)
    let other = try read(
      "{\(claude),\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"Read\",\"tool_input\":{\"file_path\":\"/w/f\"}}"
    )
    #expect(other.moment == .other)
  }

  @Test func codex() throws {
    let patch = try read(
      #"{"session_id":"s","turn_id":"1","transcript_path":null,"cwd":"/w","hook_event_name":"PreToolUse","model":"m","#
        + #""permission_mode":"default","tool_name":"apply_patch","tool_use_id":"c","tool_input":{"command":"#
        + #""*** Begin Patch\n*** Update File: f\n@@\n-a\n+b\n*** End Patch"}}"#)
    #expect(patch.agent == .codex)
    guard case .beforeEdit(let edits) = patch.moment else {
      Issue.record("\(patch)")
      return
    }
    #expect(edits.map(\.path) == ["f"])
    #expect(edits.first?.result(of: Array("a\n".utf8)) == .bytes(Array("b\n".utf8)))
  }

  @Test func cursor() throws {
    let common =
      #""conversation_id":"c","generation_id":"g","workspace_roots":["/w"],"cursor_version":"1.7.2""#
    let shell = try read(
      "{\(common),\"hook_event_name\":\"beforeShellExecution\",\"command\":\"ls\",\"cwd\":\"\"}")
    #expect(shell.agent == .cursor && shell.directory == "/w" && shell.moment == .beforeShell("ls"))
    let edit = try read(
      "{\(common),\"hook_event_name\":\"afterFileEdit\",\"file_path\":\"/w/f\","
        + #""edits":[{"old_string":"a","new_string":"b"}]}"#)
    #expect(edit.moment == .afterEdit([replacement("/w/f")]))
    let stop = "{\(common),\"hook_event_name\":\"stop\",\"status\":\"completed\",\"loop_count\":"
    #expect(try read(stop + "0}").moment == .stop(isRepeated: false))
    #expect(try read(stop + "1}").moment == .stop(isRepeated: true))
  }

  @Test func opencode() throws {
    let edit = try read(
      #"{"hook_event_name":"tool.execute.before","directory":"/w","sessionID":"s","callID":"c","tool":"edit","#
        + #""args":{"filePath":"f","oldString":"a","newString":"b"}}"#)
    #expect(edit.agent == .opencode && edit.directory == "/w")
    #expect(edit.moment == .beforeEdit([replacement("f")]))
  }

  @Test("what is not an event")
  func faults() {
    func fault(_ text: String) -> HookEventReader.Fault? {
      do throws(HookEventReader.Fault) {
        _ = try HookEventReader.read(Array(text.utf8))
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("[]") == .noEvent)
    #expect(fault(#"{"hook_event_name":7}"#) == .noEvent)
    #expect(fault(#"{"hook_event_name":"Nonsense"}"#) == .unknownAgent("Nonsense"))
    if case .notJSON(_, line: 2) = fault("{\n") {} else { Issue.record("no line") }
  }
}
