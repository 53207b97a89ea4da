import StatusReport
import Testing

@testable import StatusDevTools

struct FormatTableTests {
  private let mark = "<!-- Written by scripts/docs from the list of formats. -->"

  @Test func theTableAfterTheMarkIsReplaced() {
    let new = FormatTable.renewed("# A\n\n\(mark)\n| old |\n\nmore\n")
    #expect(new.hasPrefix("# A\n\n\(mark)\n| format | | for |\n") && new.hasSuffix(" |\n\nmore\n"))
    #expect(!new.contains("old"))
    for format in ReportFormat.allCases { #expect(new.contains("\n| `\(format.name)` | ")) }
    #expect(FormatTable.renewed(new) == new)
  }

  @Test func aPageWithoutAMarkStays() { #expect(FormatTable.renewed("a\n\nb") == "a\n\nb") }
}
