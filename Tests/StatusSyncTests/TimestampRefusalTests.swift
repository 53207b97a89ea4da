import StatusModel
import StatusSync
import Testing

/// Times that cannot be written.
@Suite struct TimestampRefusalTests {
  private let implementing = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")

  private func step(_ number: String, _ status: String, at time: String? = nil) -> UpdateRequest {
    .of(12) { $0.phases = [PhaseStep(number: number, status: status, timestamp: time)] }
  }

  @Test(
    "timestamps have to be ones",
    arguments: [
      "yesterday", "2026-13-01", "2026-01-05 10:15", "01/05/2026", "", "2026-01-05T25:00:00Z",
      "2026-01-05, I think",
    ])
  func malformedTimestamps(text: String) {
    let task = UpdateRequest.of(12) {
      $0.status = "completed"
      $0.timestamp = text
    }
    #expect(
      Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil).errors(task).map(\.message)
        == ["Malformed timestamp: \"\(text)\""])
    #expect(implementing.errors(step("1", "in_progress", at: text)).map(\.code) == ["MALFORMED_TIMESTAMP"])
  }

  @Test("a phase and a full timestamp go together")
  func dates() {
    #expect(
      implementing.errors(step("1", "in_progress", at: "2026-01-05")).map(\.code) == ["MALFORMED_TIMESTAMP"])
    var request = step("1", "in_progress")
    request.timestamp = "2026-01-05"
    #expect(implementing.errors(request).map(\.code) == ["MALFORMED_TIMESTAMP"])
    var claude = Fixture.fresh
    claude.profile = .claude
    let task = UpdateRequest.of(12) {
      $0.status = "completed"
      $0.timestamp = "2026-01-05"
    }
    #expect(claude.errors(task).map(\.code) == ["MALFORMED_TIMESTAMP"])
  }

  @Test("nothing happens before its beginning, out of order, or tomorrow")
  func order() {
    var tree = Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil)
    tree.replace("specs/state.json", #""note""#, "\"started\": \"2026-01-06\",\n      \"note\"")
    func completed(_ time: String) -> UpdateRequest {
      .of(12) {
        $0.status = "completed"
        $0.timestamp = time
      }
    }
    #expect(tree.errors(completed("2026-01-05")).map(\.code) == ["TIMESTAMP_ORDER"])
    #expect(tree.errors(completed("2026-01-06")).isEmpty)
    #expect(tree.errors(completed("2026-01-12")).map(\.code) == ["FUTURE_TIMESTAMP"])
    let steps = UpdateRequest.of(12) {
      $0.phases = [
        PhaseStep(number: "1", status: "in_progress", timestamp: "2026-01-06T10:00:00Z"),
        PhaseStep(number: "1", status: "completed", timestamp: "2026-01-06T09:00:00Z"),
      ]
    }
    #expect(implementing.errors(steps).map(\.code) == ["TIMESTAMP_ORDER", "TIMESTAMP_ORDER"])
  }

  @Test("a clock that is slow by hours writes no end before its beginning")
  func slowClock() {
    var tree = Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil)
    tree.replace("specs/state.json", #""note""#, "\"started\": \"2026-01-11\",\n      \"note\"")
    #expect(tree.errors(.of(12) { $0.status = "completed" }).map(\.code) == ["TIMESTAMP_ORDER"])
    var today = Fixture.fresh.with(status: "IN PROGRESS", value: "in_progress", plan: nil)
    today.replace("specs/state.json", #""note""#, "\"started\": \"2026-01-10\",\n      \"note\"")
    #expect(today.errors(.of(12) { $0.status = "completed" }).isEmpty)
  }
}
