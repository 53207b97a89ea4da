import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText

/// The comments of a tree that suppress findings, and what they have suppressed.
struct Suppressions {
  /// The sweep of each file with comments, by the path of the file.
  private var sweeps: [String: SuppressionSweep] = [:]

  /// The comments in the files of `workspace`.
  init(_ workspace: Workspace) {
    for file in workspace.files where !file.suppressions.isEmpty {
      sweeps[file.path] = SuppressionSweep(file.suppressions)
    }
  }

  /// The comments of files, by their paths.
  init(_ comments: [String: [SuppressionComment]]) { sweeps = comments.mapValues { SuppressionSweep($0) } }

  /// Whether there are none, which is nearly always so.
  var isEmpty: Bool { sweeps.isEmpty }

  /// A place of a finding.
  private struct Place {
    let path: String
    let offset: UInt32
    let finding: Int
  }

  /// Takes those that are suppressed out of `findings`; a finding with several places is suppressed at any of them.
  mutating func setAside(from findings: inout [Finding]) -> [SetAsideFinding] {
    var causes: [Int: SetAsideFinding.Cause] = [:]
    for place in places(of: findings) {
      guard let rule = RuleCatalogue.descriptor(named: findings[place.finding].rule),
        let comment = sweeps[place.path]?.comment(for: SuppressionTarget.all(of: rule), at: place.offset)
      else { continue }
      let location = Location(path: place.path, range: comment.range)
      causes[place.finding] = causes[place.finding] ?? .suppressed(at: location, reason: comment.reason)
    }
    let setAside = causes.map { SetAsideFinding(findings[$0], $1) }
    findings = findings.enumerated().filter { causes[$0.offset] == nil }.map(\.element)
    return CheckEngine.sorted(setAside)
  }

  /// The places of `findings` in files with comments, in the order of each file.
  private func places(of findings: [Finding]) -> [Place] {
    var places: [Place] = []
    for (index, finding) in findings.enumerated() {
      let locations = [finding.location].compactMap { $0 } + finding.related.map(\.location)
      for location in locations {
        guard sweeps[location.path] != nil else { continue }
        places.append(Place(path: location.path, offset: location.range.start, finding: index))
      }
    }
    return places.sorted { $0.offset < $1.offset }
  }

  /// What each comment has suppressed, once all findings have been asked about; `didRun` tells whether a rule has
  /// judged a file.
  mutating func uses(in workspace: Workspace, didRun: (RuleDescriptor, TrackedFile) -> Bool) -> [(
    file: Int, use: SuppressionUse
  )] {
    // A file that cannot be read may contain what a finding needs.
    let isComplete = !workspace.files.contains { $0.isUnreadable }
    return sweeps.keys.compactMap { workspace.fileIndex(at: $0) }.sorted().flatMap { index in
      let file = workspace.files[index]
      return uses(
        of: file.suppressions, in: file.source, about: file.kind == .taskList ? .file : .plan,
        task: workspace.context.taskNumber(of: file), isComplete: isComplete
      ) { didRun($0, file) }.map { (index, $0) }
    }
  }

  /// The same for the comments of one file. Unless the tree `isComplete`, any of them may be useful.
  mutating func uses(
    of comments: [SuppressionComment], in source: SourceText, about subject: Finding.Subject,
    task: Int? = nil,
    isComplete: Bool, didRun: (RuleDescriptor) -> Bool
  ) -> [SuppressionUse] {
    sweeps[source.path]?.finish()
    let sweep = sweeps[source.path]
    return comments.enumerated().map { number, comment in
      let verdicts = comment.names.indices.map { name -> SuppressionUse.Verdict in
        let isUsed = sweep?.used.contains(.init(comment: number, name: name)) ?? false
        let mayBeUsed = isUsed || !isComplete || !comment.disables || comment.scope.isEmpty
        return Self.verdict(comment.names[name].text, mayBeUsed: mayBeUsed, didRun: didRun)
      }
      let endsNothing = sweep?.endNothing.contains(number) ?? false
      return SuppressionUse(
        comment, in: source, about: subject, task: task, verdicts: verdicts, endsNothing: endsNothing)
    }
  }

  private static func verdict(
    _ name: String, mayBeUsed: Bool, didRun: (RuleDescriptor) -> Bool
  ) -> SuppressionUse.Verdict {
    guard let target = SuppressionTarget(named: name) else {
      return .unknown(suggestion: RuleSelection.unknown(name).suggestion)
    }
    let rules = target.rules
    if rules.isEmpty { return .permanent }
    return mayBeUsed || !rules.allSatisfy(didRun) ? .useful : .useless
  }
}
