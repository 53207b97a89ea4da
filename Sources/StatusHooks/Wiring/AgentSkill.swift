// Written by scripts/embed from integrations/claude/skills/statuslint/SKILL.md.

/// What an agent should know about statuses, as a skill in the form that all agents read.
enum AgentSkill {
  /// The text of the file.
  static let text = #"""
    ---
    name: statuslint
    description: Change or read the status of tasks, phases and plans in TODO.md, state.json and specs/. Use it before you mark work as started, completed or blocked.
    ---

    <!-- Written by `statuslint init --agent`. -->

    # Statuses of tasks

    A task has its status in several files: `TODO.md`, `state.json`, the plan, and the `state.json` of its directory. Never edit
    one of them by hand. statuslint changes all of them or none.

    | to | run |
    |---|---|
    | see all tasks, or one | `statuslint show`, `statuslint show 12` |
    | begin to research, plan, revise or implement | `statuslint begin 12 implement` |
    | find out where the work goes on | `statuslint resume 12` |
    | complete a phase | `statuslint update 12 --phase 2=completed` |
    | change the status of a task | `statuslint update 12 --status planned` |
    | say that work is blocked | `statuslint update 12 --status blocked --reason "waiting for the API key"` |
    | record the outcome | `statuslint finish 12 implement --return return.json` |
    | look for contradictions | `statuslint check` |

    If a command is refused, its message says what is possible. If an edit is refused, run the command in the last line of the
    refusal. Descriptions, goals and lists of work may be edited as any text.

    """#
}
