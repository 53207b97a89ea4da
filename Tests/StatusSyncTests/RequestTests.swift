import StatusSync
import StatusSyntax
import StatusText
import Testing

/// Requests as they stand on a command line and in JSON files, and what each of them must have.
@Suite struct RequestTests {
  private let implementing = Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing")

  @Test(
    "numbers, lists and ranges name tasks",
    arguments: [
      ("221", [221]), ("1,4,7", [1, 4, 7]), ("105-107", [105, 106, 107]), ("3,1-4", [3, 1, 2, 4]),
      ("007", [7]), (" 4 , 5 ", [4, 5]), ("0", [0]), ("5-5", [5]),
    ])
  func selections(text: String, numbers: [Int]) throws {
    #expect(try TaskSelection(text).numbers == numbers)
  }

  @Test(
    "anything else does not, and the error says why",
    arguments: [
      ("", "\"\" does not name a task"), (",", "\"\" does not name a task"),
      ("1,", "\"\" does not name a task"),
      ("a", "\"a\" does not name a task"), ("1-", "\"1-\" does not name a task"),
      ("-1", "\"-1\" does not name a task"), ("1-2-3", "\"1-2-3\" does not name a task"),
      ("1.5", "\"1.5\" does not name a task"), ("+1", "\"+1\" does not name a task"),
      ("1 2", "\"1 2\" does not name a task"), ("7-5", "the range \"7-5\" begins after its end"),
      ("9999999999", "\"9999999999\" is above the highest task number, 999999999"),
      ("4,1-5000", "the range \"1-5000\" has more than 1000 numbers"),
      ("21-99999999", "the range \"21-99999999\" has more than 1000 numbers"),
    ])
  func noSelections(text: String, fault: String) {
    do throws(TaskSelection.Fault) {
      _ = try TaskSelection(text)
      Issue.record("\(text) is taken")
    } catch {
      #expect(error.text == fault)
    }
  }

  @Test("a number of a range need not exist, one that is named must")
  func namedNumbers() throws {
    let selection = try TaskSelection("5-7,6")
    #expect(selection.items.map(\.isNamed) == [false, true, false])
  }

  @Test(
    "a phase on the command line",
    arguments: [
      ("3=completed", PhaseStep(number: "3", status: "completed")),
      (
        "6A=blocked@2026-01-01T00:00:00Z",
        PhaseStep(number: "6A", status: "blocked", timestamp: "2026-01-01T00:00:00Z")
      ),
      ("3", nil), ("=completed", nil), ("3=", nil), ("3=completed@", nil), ("3=@x", nil),
    ])
  func phases(text: String, step: PhaseStep?) { #expect(PhaseStep(argument: text) == step) }

  @Test("an artifact on the command line")
  func artifacts() {
    #expect(ArtifactClaim(argument: "plan=a=b.md") == ArtifactClaim(type: "plan", path: "a=b.md"))
    for text in ["plan", "=a", "plan="] { #expect(ArtifactClaim(argument: text) == nil) }
  }

  @Test(
    "lists of phases in JSON",
    arguments: [
      (#"[]"#, 0), (#"[{"phase_number": 1, "status": "completed"}]"#, 1),
      (#"{"phase_statuses": [{"phase_number": "6A", "status": "x", "timestamp": null}]}"#, 1),
      (#"{}"#, nil), (#"[1]"#, nil), (#"[{"status": "x"}]"#, nil), (#"[{"phase_number": 1}]"#, nil),
      (#"[{"phase_number": [], "status": "x"}]"#, nil), (#"[{"phase_number": 1, "status": 3}]"#, nil),
      (#"[{"phase_number": 1, "status": "x", "timestamp": 3}]"#, nil), (#""x""#, nil),
    ])
  func phaseLists(text: String, count: Int?) throws {
    let value = try #require(JSONTree(SourceText(text)).root)
    switch PhaseStep.read(value) {
    case .success(let steps): #expect(steps.count == count)
    case .failure(let error):
      #expect(count == nil)
      #expect(error.message.description.hasPrefix("phase_statuses missing or malformed: line 1: "))
    }
  }

  @Test("a reason has to be there, and has to say something")
  func reasons() {
    for status in ["blocked", "abandoned"] {
      func request(_ reason: String?) -> UpdateRequest {
        .of(12) {
          $0.status = status
          $0.reason = reason
        }
      }
      #expect(implementing.errors(request(nil)).map(\.code) == ["MISSING_REASON"])
      for empty in ["", " ", "none", "TBD", "-"] {
        #expect(implementing.errors(request(empty)).map(\.code) == ["MISSING_REASON"])
      }
      #expect(implementing.errors(request("task 7")).isEmpty)
    }
  }

  @Test("requests that cannot be meant, and everything at once")
  func requests() throws {
    #expect(implementing.errors(.of(12) { _ in }).map(\.code) == ["NOTHING_ASKED"])
    #expect(implementing.errors(.of(12) { $0.status = "done" }).map(\.code) == ["UNKNOWN_STATUS"])
    #expect(
      implementing.errors(
        .of(12) {
          $0.status = "partial"
          $0.delegationDepth = 4
        }
      ).map(\.code) == ["DELEGATION_DEPTH"])
    var several = UpdateRequest(try TaskSelection("12-13"))
    several.phases = [PhaseStep(number: "1", status: "in_progress")]
    #expect(implementing.errors(several).map(\.code) == ["SEVERAL_TASKS"])
    let all = UpdateRequest.of(12) {
      $0.status = "planned"
      $0.timestamp = "soon"
      $0.artifacts = [ArtifactClaim(type: "x", path: "none")]
      $0.phases = [PhaseStep(number: "9", status: "completed"), PhaseStep(number: "1", status: "blocked")]
      $0.delegationDepth = 9
    }
    #expect(
      implementing.errors(all).map(\.code) == [
        "DELEGATION_DEPTH", "MALFORMED_TIMESTAMP", "ILLEGAL_TRANSITION", "ARTIFACT_NOT_FOUND",
        "PHASE_NOT_FOUND",
        "MISSING_REASON",
      ])
  }
}
