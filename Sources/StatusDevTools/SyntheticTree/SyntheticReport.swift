/// A task's research report, and the summary of its implementation: nothing in them is judged, but they are
/// there, as large as real ones.
struct SyntheticReport {
  let task: SyntheticTask
  let seed: UInt64

  /// The research report, some 13 KB: real ones take up half as much again as the plans beside them.
  var page: SyntheticPage {
    var prose = SyntheticProse(random: SyntheticRandom(seed: seed, thing: task.number, purpose: 5))
    var page = SyntheticPage(capacity: 16 << 10)
    page.line("# Research Report: \(task.title)")
    page.line()
    page.field("Task", "\(task.number) - \(task.title)")
    page.field("Effort", "2 hours")
    page.heading(2, "Executive Summary")
    for _ in 0..<5 { page.line("- \(prose.sentence())") }
    page.heading(2, "Findings")
    for number in 1...11 {
      page.heading(3, "Finding \(number): \(prose.title())")
      page.line(prose.paragraph(sentences: 6))
      page.line()
      for _ in 0..<4 { page.line("- \(prose.sourceFile()): \(prose.phrase())") }
    }
    page.heading(2, "Recommendations")
    for number in 1...5 { page.line("\(number). \(prose.sentence())") }
    return page
  }

  /// The summary, some 5 KB.
  var summaryPage: SyntheticPage {
    var prose = SyntheticProse(random: SyntheticRandom(seed: seed, thing: task.number, purpose: 6))
    var page = SyntheticPage(capacity: 8192)
    page.line("# Implementation Summary: \(task.title)")
    page.line()
    page.line(prose.paragraph(sentences: 4))
    page.heading(2, "Changes Made")
    for phase in task.phases {
      page.heading(3, "Phase \(phase.number)")
      page.line(prose.paragraph(sentences: 5))
    }
    page.heading(2, "Verification")
    for _ in 0..<5 { page.line("- \(prose.sentence())") }
    return page
  }
}
