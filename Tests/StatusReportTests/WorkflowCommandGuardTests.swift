import Testing

@testable import StatusReport

@Suite struct WorkflowCommandGuardTests {
  @Test(arguments: [
    ("::error::x", #"\u{3A}:error::x"#), ("a\n \t::set-output", "a\n \t" + #"\u{3A}:set-output"#),
    ("\u{3000}::x", "\u{3000}" + #"\u{3A}:x"#), ("a::b", "a::b"), ("\n:a", "\n:a"),
    ("a ##[group]b", #"a \u{23}#[group]b"#), ("###[", #"#\u{23}#["#), ("##", "##"), ("", ""),
    ("::", #"\u{3A}:"#),
    (":::", #"\u{3A}::"#),
  ])
  func commandsAreBroken(text: String, expected: String) {
    let guarded = WorkflowCommandGuard.guarded(Array(text.utf8), in: .concise)
    #expect(String(decoding: guarded, as: UTF8.self) == expected)
  }

  @Test func onlyWhenAsked() throws {
    let result = SampleResult.result([SampleResult.finding("some-rule", "has ##[error]", at: nil)])
    var options = SampleResult.options
    #expect(try SampleResult.text(.concise, result, options).contains("##[error]"))
    options.githubActions = true
    #expect(
      try SampleResult.text(.concise, result, options) == #"(tree): error: has \u{23}#[error] [some-rule]"#
        + "\n")
  }
}
