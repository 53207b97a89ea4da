import StatusSync
import StatusSyntax
import StatusText

extension UpdateCommand {
  package static var options: [CommandOption<UpdateCommand>] {
    syncOptions + [
      .text("--status") { $0.request.status = $1 },
      .text("--timestamp") { $0.request.timestamp = $1 },
      .text("--reason") { command, text throws(CommandError) in
        command.request.reason = try TextArgument.read(text, for: "--reason")
      },
      .text("--phase") { command, text throws(CommandError) in
        command.request.phases.append(try phase(text))
      },
      .text("--phase-statuses") { $0.phaseStatuses = $1 },
      .text("--plan") { $0.request.plan = $1 },
      .text("--artifact") { command, text throws(CommandError) in
        command.request.artifacts.append(try artifact(text))
      },
      .text("--artifacts") { $0.artifacts = $1 },
      .text("--plan-metadata") { command, text throws(CommandError) in
        command.request.planMetadata = try metadata(text)
      },
      .text("--plan-version") { command, text throws(CommandError) in
        command.request.planVersion = try NumberArgument.count(text, for: "--plan-version", from: 1)
      },
      .text("--revision-reason") { command, text throws(CommandError) in
        command.request.revisionReason = try TextArgument.read(text, for: "--revision-reason")
      },
      .text("--only-format") { command, text throws(CommandError) in
        command.formats = FormatChoice.named(text)
      },
      .text("--task") { command, text throws(CommandError) in
        command.part = try TextArgument.read(text, for: "--task")
      },
      .flag("--with-subtasks") { $0.options.includesParts = true },
      .text("--feature-status") { command, text throws(CommandError) in
        command.options.ownerStatus = try TextArgument.read(text, for: "--feature-status")
      },
      .text("--allow-transition") { command, text throws(CommandError) in
        command.request.overrideReason = try TextArgument.read(text, for: "--allow-transition")
      },
    ]
  }

  /// Reads `221`, `1,4,7` or `105-107`.
  static func tasks(_ text: String) throws(CommandError) -> TaskSelection {
    do throws(TaskSelection.Fault) {
      return try TaskSelection(text)
    } catch {
      throw .usage("\(outside: error.text)", hint: "give a number, a list (1,4,7) or a range (105-107)")
    }
  }

  private static func phase(_ text: String) throws(CommandError) -> PhaseStep {
    if let step = PhaseStep(argument: text) { return step }
    throw .invalidValue(
      text, for: "--phase",
      hint: "give a number, =, a status, and a time, as in 3=completed@2025-12-28T10:00:00Z")
  }

  private static func artifact(_ text: String) throws(CommandError) -> ArtifactClaim {
    if let claim = ArtifactClaim(argument: text) {
      _ = try TextArgument.read(claim.type, for: "--artifact")
      return claim
    }
    throw .invalidValue(
      text, for: "--artifact",
      hint: "give a type, =, and a path, as in research=specs/012_add_search/reports/research-001.md")
  }

  private static func metadata(_ text: String) throws(CommandError) -> PlanMetadata {
    let tree = JSONTree(SourceText(try TextArgument.read(text, for: "--plan-metadata")))
    var fault = InputFault.duplicates(in: tree).first
    if let root = tree.root, fault == nil {
      do throws(InputFault) {
        return try PlanMetadata(root)
      } catch {
        fault = error
      }
    }
    let why: Message? = fault.map { "\($0.text)" } ?? tree.error.map { "not JSON: \($0.message)" }
    throw .invalidValue(
      text, for: "--plan-metadata", because: why,
      hint:
        "give a JSON object, as in {\"phase_count\": 4, \"estimated_hours\": 6, \"complexity\": \"medium\"}")
  }
}
