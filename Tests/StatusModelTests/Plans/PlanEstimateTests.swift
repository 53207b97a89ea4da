import StatusModel
import Testing

/// The hours that the Effort of a plan means.
struct PlanEstimateTests {
  @Test(
    "one number with a unit is understood, and nothing else",
    arguments: [
      ("10 hours", "10"), ("1.5h", "1.5"), ("90 minutes", "1.5"), ("2 hrs (half a day)", "2"),
      ("4-6 hours", nil),
      ("2 hours 30 minutes", nil), ("a day", nil), ("TBD", nil), ("", nil), (".5 hours", nil),
    ] as [(String, String?)])
  func hours(text: String, hours: String?) {
    #expect(Plan.hours(text) == hours)
  }
}
