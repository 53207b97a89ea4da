import StatusSync
import StatusSyntax
import StatusText

/// The unparsed options of `update`.
package struct UpdateArguments: Sendable {
  /// `221`, `1,4,7` or `105-107`.
  package var tasks = ""
  /// The new status.
  package var status: String?
  /// When it happened.
  package var timestamp: String?
  /// Why it is blocked or abandoned.
  package var reason: String?
  /// `3=completed@2025-12-28T10:00:00Z`
  package var phases: [String] = []
  /// A file, or - for standard input.
  package var phaseStatuses: String?
  /// The path of the current plan.
  package var plan: String?
  /// `TYPE=PATH`
  package var artifactPaths: [String] = []
  /// A file, or - for standard input.
  package var artifacts: String?
  /// A JSON object.
  package var planMetadata: String?
  /// The version that the plan is.
  package var planVersion: String?
  /// The reason for the new version.
  package var revisionReason: String?
  /// Why an illegal step is taken.
  package var allowTransition: String?

  /// No options.
  package init() {}

  /// The request that they make.
  func request() throws(CommandError) -> UpdateRequest {
    var request = UpdateRequest(try selection())
    request.status = status
    request.timestamp = timestamp
    request.reason = try Self.text(reason, for: "--reason")
    request.phases = try phases.map(Self.phase)
    request.artifacts = try artifactPaths.map(Self.artifact)
    request.plan = plan
    request.planMetadata = try planMetadata.map(Self.metadata)
    request.planVersion = try planVersion.map { text throws(CommandError) in
      try NumberArgument.count(text, for: "--plan-version", from: 1)
    }
    request.revisionReason = try Self.text(revisionReason, for: "--revision-reason")
    request.overrideReason = try Self.text(allowTransition, for: "--allow-transition")
    if phaseStatuses == "-", artifacts == "-" {
      throw .usage(
        "standard input cannot be used for both phases and artifacts", hint: "put one of them in a file")
    }
    return request
  }

  private func selection() throws(CommandError) -> TaskSelection {
    do throws(TaskSelection.Fault) {
      return try TaskSelection(tasks)
    } catch {
      throw .usage("\(outside: error.text)", hint: "give a number, a list (1,4,7) or a range (105-107)")
    }
  }

  private static func text(_ text: String?, for option: String) throws(CommandError) -> String? {
    try text.map { text throws(CommandError) in try TextArgument.read(text, for: option) }
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
