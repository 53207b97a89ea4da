import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

struct ExtendedJUnitReportTests {
  @Test(arguments: JUnitSamples.names)
  func itIsTheReportWithPlaces(name: String) throws {
    let result = JUnitSamples.result(name)
    let extended = try SampleResult.text(.extendedJUnit, result)
    let plain = try SampleResult.text(.junit, result)
    let places = #/ file="[^"]*" line="[0-9]+"/#.matchingSemantics(.unicodeScalar)
    #expect(extended.replacing(places, with: "") == plain)
  }

  @Test func aCaseLeadsToItsFirstFinding() throws {
    let text = try SampleResult.text(.extendedJUnit, SampleResult.worked)
    #expect(
      text.contains(
        #"<testcase name="parse" classname="specs.TODO_md" time="0.000" file="specs/TODO.md" line="1"/>"#))
    #expect(
      text.contains(
        #"<testcase name="unknown-marker" classname="specs.TODO_md" time="0.000" file="specs/TODO.md" line="4">"#
      ))
    #expect(text.contains(#"<testcase name="completed" classname="(tree)" time="0.012"/>"#))
  }
}
