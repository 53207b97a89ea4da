import StatusTestSupport
import Testing

/// What `statuslint hook` says about shell commands, and about patches in them.
@Suite(.timeLimit(.minutes(5)))
struct HookShellTests {
  private static let plan = "specs/\(SampleTree.plan)"
  private static let oldPhase = "### Phase 2: Go on [IN PROGRESS]"
  private static let newPhase = "### Phase 2: Go on [COMPLETED]"

  private func hook(_ event: AgentEvent, in tree: SampleTree) async throws -> Outcome {
    var invocation = tree.invocation(["hook"])
    invocation.input = Array(event.text.utf8)
    return try await invocation.run()
  }

  private func expectPass(_ outcome: Outcome, _ location: SourceLocation = #_sourceLocation) {
    #expect(
      outcome.exitCode == 0 && ["", "{}\n"].contains(outcome.output), "\(outcome.testDescription)",
      sourceLocation: location)
  }

  @Test("a shell command that writes a tracking file is refused", arguments: AgentEvent.Agent.allCases)
  func shell(agent: AgentEvent.Agent) async throws {
    let tree = try SampleTree()
    let outcome = try await hook(.shell(by: agent, "sed -i 's/a/b/' specs/TODO.md", in: tree.path), in: tree)
    if agent == .cursor {
      #expect(outcome.exitCode == 0)
      let answer = try outcome.json()
      #expect(answer["permission"] == .string("deny"))
      #expect(answer["agent_message"].debugDescription.contains("statuslint show"))
    } else {
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      #expect(outcome.errors.hasSuffix("\nstatuslint show\n"))
    }
    expectPass(try await hook(.shell(by: agent, "cat specs/TODO.md > /dev/null", in: tree.path), in: tree))
    expectPass(try await hook(.shell(by: agent, "echo x > specs/new/plans/x.md", in: tree.path), in: tree))
  }

  @Test("a patch that moves a tracking file away is refused")
  func moves() async throws {
    let tree = try SampleTree()
    func patch(_ lines: String...) async throws -> Outcome {
      let text = (["*** Begin Patch"] + lines + ["*** End Patch"]).joined(separator: "\n")
      let input = ["\"command\":\(AgentEvent.quoted(text))"]
      return try await hook(.claude("apply_patch", input, tree.path, false), in: tree)
    }
    let list = "*** Update File: specs/TODO.md"
    let away = try await patch(list, "*** Move to: specs/TASKS.md")
    #expect(away.exitCode == 2, "\(away.testDescription)")
    let changed = try await patch(
      "*** Update File: \(Self.plan)", "*** Move to: specs/001_first_task/plans/implementation-009.md", "@@",
      "-\(Self.oldPhase)", "+\(Self.newPhase)")
    #expect(changed.exitCode == 2, "\(changed.testDescription)")
    expectPass(try await patch("*** Update File: README.md", "*** Move to: docs/README.md"))
  }

  @Test("a patch in a shell command is judged as an edit, and a command may be a list of words")
  func patchInShell() async throws {
    let tree = try SampleTree()
    func patch(_ new: String) -> String {
      "apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: \(Self.plan)\n@@\n-\(Self.oldPhase)\n+\(new)\n"
        + "*** End Patch\nEOF\n"
    }
    let refused = try await hook(.shell(by: .codex, patch(Self.newPhase), in: tree.path), in: tree)
    #expect(
      refused.errors.hasSuffix("update 1 --status completed --phase 2=completed\n"), "\(refused.errors)")
    let passing = "### Phase 2: Go further [IN PROGRESS]"
    expectPass(try await hook(.shell(by: .codex, patch(passing), in: tree.path), in: tree))
    let words = #""command":["bash","-lc","sed -i s/a/b/ specs/TODO.md"]"#
    let list = try await hook(.claude("shell", [words], tree.path, false), in: tree)
    #expect(list.exitCode == 2, "\(list.testDescription)")
  }

  @Test("a command that removes or moves a directory or takes a pattern is refused for what is in it")
  func covered() async throws {
    let tree = try SampleTree()
    let refused = [
      "rm -rf specs", "rm -r .", "git rm -r specs/001_first_task", "sed -i s/a/b/ specs/*.md",
      "rm -rf specs/0*",
      "cd specs && rm -rf 001_first_task/plans", "cp /tmp/state.json specs", "mv /tmp/TODO.md specs/",
      "perl -pi -e s/a/b/ specs/*/plans/*.md", "mv specs elsewhere", "git mv specs .opencode/",
      "mv specs/001_first_task /tmp", "cd specs; mv -t /tmp/archive 001_first_task/", "mv specs/0* .",
      "find specs -name '*.md' -delete", "find . -type f -exec rm {} \\;", "mv specs{,.old}",
      "git -C specs mv 001_first_task ..", "rsync -a --delete empty/ specs",
      "mv specs/001_first_task specs/001_other_name", "mv specs/001_first_task/plans specs/archive",
    ]
    for line in refused {
      let outcome = try await hook(.shell(by: .claude, line, in: tree.path), in: tree)
      #expect(outcome.exitCode == 2, "\(line): \(outcome.testDescription)")
    }
    let passing = [
      "rm -rf build", "rm -rf specs/001_first_task/reports", "rm *.o", "sed -i s/a/b/ specs/*.txt",
      "mv specs/001_first_task specs/archive/", "git mv specs/001_first_task specs/archive/001_first_task",
      "cd specs && mv -t archive 001_first_task", "mv specs/001_first_task/reports /tmp",
      "mv build specs.old",
      "rm specs", "cp /tmp/x.json specs", "find . -name '*.pyc' -delete",
      "rsync -a reports specs/001_first_task/",
    ]
    for line in passing {
      expectPass(try await hook(.shell(by: .claude, line, in: tree.path), in: tree))
    }
  }
}
