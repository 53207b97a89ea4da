import StatusConfiguration
import StatusModel
import StatusText
import Testing

/// Statuses, transitions, timestamps and authority of a project's own.
@Suite struct ProfileChangesTests {
  private func profile(_ text: String, _ base: Profile = .opencode) throws -> Profile {
    let read = ReadConfiguration(text)
    #expect(read.faults == [])
    let configuration = read.configuration()
    #expect(configuration.profileFaults == [])
    return base.changed(by: try #require(configuration.profileChanges))
  }

  private func faults(_ text: String) -> [String] {
    ReadConfiguration(text).configuration().profileFaults.map {
      "\($0.text)\($0.help.map { " (\($0))" } ?? "")"
    }
  }

  private func status(_ profile: Profile, _ text: String) throws -> Status {
    try #require(profile.vocabulary.exactly(Array(text.utf8)[...]), "\(text)")
  }

  @Test("an own status has a marker, a value and spellings")
  func spellings() throws {
    let profile = try profile(
      #"{"statuses": {"ON HOLD": {"kind": "waiting"}, "DEFERRED": {"kind": "terminal", "value": "put_off", "spellings": ["Postponed"]}}}"#
    )
    let words = profile.vocabulary
    let held = try status(profile, "ON HOLD")
    let deferred = try status(profile, "DEFERRED")
    #expect(held.code == Status.firstOwnCode)
    #expect(
      words.value(held) == "on_hold" && words.marker(held) == "[ON HOLD]" && words.kind(held) == .waiting)
    #expect(words.value(deferred) == "put_off" && words.isTerminal(deferred))
    #expect(words.reading(ofMarker: Array("ON HOLD".utf8)[...]) == .standard(held))
    #expect(words.reading(ofMarker: Array("On-Hold".utf8)[...]) == .spelling(held))
    #expect(words.reading(ofMarker: Array("postponed".utf8)[...]) == .spelling(deferred))
    #expect(words.reading(ofMarker: Array("PUT OFF".utf8)[...]) == .spelling(deferred))
    #expect(words.reading(ofValue: Array("put_off".utf8)[...]) == .standard(deferred))
    #expect(words.reading(ofMarker: Array("ON HOLT".utf8)[...]) == .unknown(suggestion: held))
    #expect(profile.phaseStatuses.contains(held) && profile.planStatuses.contains(held))
  }

  @Test("a status for tasks only is not one of plans and phases")
  func tasksOnly() throws {
    let profile = try profile(#"{"statuses": {"TRIAGED": {"kind": "resting", "taskOnly": true}}}"#)
    let status = try status(profile, "TRIAGED")
    #expect(!profile.phaseStatuses.contains(status) && !profile.planStatuses.contains(status))
  }

  @Test("transitions are added and taken away; those of phases change only where an own status is involved")
  func transitions() throws {
    let profile = try profile(
      """
      {"statuses": {"ON HOLD": {"kind": "waiting"}},
       "transitions": {"in_progress": ["on_hold", "-completed"], "ON HOLD": "In Progress", "planned": "blocked"}}
      """)
    let held = try status(profile, "on_hold")
    let tasks = profile.taskTransitions
    #expect(tasks.allows(.inProgress, to: held) && tasks.allows(held, to: .inProgress))
    #expect(!tasks.allows(.inProgress, to: .completed) && tasks.allows(.inProgress, to: .blocked))
    #expect(tasks.allows(.planned, to: .blocked))
    let phases = profile.phaseTransitions
    #expect(phases.allows(.inProgress, to: held) && phases.allows(held, to: .inProgress))
    #expect(phases.allows(.inProgress, to: .completed))
  }

  @Test("in profile claude an own status may follow every open one without being told")
  func everyStep() throws {
    let profile = try profile(
      #"{"statuses": {"ON HOLD": {"kind": "waiting"}, "DROPPED": {"kind": "terminal"}}}"#, .claude)
    let held = try status(profile, "ON HOLD")
    let dropped = try status(profile, "DROPPED")
    let tasks = profile.taskTransitions
    #expect(
      tasks.allows(.implementing, to: held) && tasks.allows(held, to: .completed)
        && tasks.allows(held, to: dropped))
    #expect(
      !tasks.allows(held, to: .notStarted) && !tasks.allows(.completed, to: held)
        && !tasks.allows(dropped, to: held))
  }

  @Test("a hundred statuses are told apart, and no more than there are codes")
  func manyStatuses() throws {
    func marker(_ number: Int) -> String {
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      return "Z\(letters[number / 26])\(letters[number % 26])"
    }
    func text(_ count: Int) -> String {
      let statuses = (0..<count).map { "\"\(marker($0))\": {\"kind\": \"active\"}" }.joined(separator: ", ")
      let steps = (0..<count).map { "\"\(marker($0))\": \"\(marker(($0 + 1) % count))\"" }.joined(
        separator: ", ")
      return "{\"statuses\": {\(statuses)}, \"transitions\": {\(steps)}}"
    }
    let profile = try profile(text(100))
    var seen: Set<UInt8> = []
    for number in 0..<100 {
      let own = try status(profile, marker(number))
      let next = try status(profile, marker((number + 1) % 100))
      #expect(seen.insert(own.code).inserted)
      #expect(profile.taskTransitions.allows(own, to: next))
      #expect(!profile.taskTransitions.allows(next, to: own))
      #expect(profile.phaseStatuses.contains(own))
    }
    #expect(
      profile.taskTransitions.hasPath(
        from: try status(profile, marker(0)), to: try status(profile, marker(99)), in: profile.vocabulary))
    #expect(faults(text(ProfileChanges.mostStatuses)) == [])
    #expect(
      faults(text(ProfileChanges.mostStatuses + 1)).first?.contains(
        "there are 225 statuses (a project can add at most 224)") ?? false)
  }

  @Test("timestamps and authority replace those of the profile")
  func standard() throws {
    let profile = try profile(
      #"{"timestamps": {"task": "full", "lastUpdated": ["date", "full"]}, "authority": ["state.json"]}"#)
    #expect(profile.timestamps.taskField == [.full] && profile.timestamps.lastUpdated == [.date, .full])
    #expect(profile.timestamps.phaseField == Profile.opencode.timestamps.phaseField)
    #expect(profile.authority == [.registry, .taskList])
  }

  @Test(
    "statuses that would be taken for others, and transitions of unknown ones, are mistakes",
    arguments: [
      (
        #"{"statuses": {"COMPLETE": {"kind": "terminal"}}}"#,
        #"1:15: "COMPLETE" already means [COMPLETED] in profile opencode"#
      ),
      (
        #"{"statuses": {"EXPANDED": {"kind": "terminal"}}}"#,
        #"1:15: "EXPANDED" already means [EXPANDED] in profile claude"#
      ),
      (
        #"{"statuses": {"DONE": {"kind": "terminal", "spellings": ["in-progress"]}}}"#,
        #"1:15: "in-progress" already means [IN PROGRESS]"#
      ),
      (
        #"{"statuses": {"ON HOLD": {"kind": "waiting"}, "ONHOLD": {"kind": "waiting"}}}"#,
        #"1:47: "ONHOLD" has the same letters as a spelling of "ON HOLD""#
      ),
      (
        #"{"transitions": {"planed": "completed"}}"#,
        #"1:18: "planed" is not a status (did you mean "planned"? use one of not_started, "#
      ),
      (#"{"transitions": {"planned": ["blocked", "-on_hold"]}}"#, #"1:41: "on_hold" is not a status"#),
    ])
  func mistakes(_ text: String, _ fault: String) {
    let faults = faults(text)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("statuslint.json:" + fault) ?? false, "\(faults)")
  }

  @Test("a status of the other profile may be an own one where the profile is set")
  func otherProfile() {
    #expect(faults(#"{"profile": "opencode", "statuses": {"EXPANDED": {"kind": "terminal"}}}"#) == [])
  }

  @Test("a status that no transition leads to is told")
  func unreachable() {
    let lonely = ReadConfiguration(
      #"{"profile": "opencode", "statuses": {"HELD": {"kind": "waiting"}, "NEW": {"kind": "initial"}}}"#)
    #expect(
      lonely.configuration().unreachableStatuses.map(\.message) == [
        "no transition leads to the status \"HELD\""
      ])
    let claude = ReadConfiguration(#"{"profile": "claude", "statuses": {"HELD": {"kind": "waiting"}}}"#)
    #expect(claude.configuration().unreachableStatuses == [])
  }
}
