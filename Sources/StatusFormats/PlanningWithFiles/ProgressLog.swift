import StatusClaims

/// What a `progress.md` says of phases.
struct ProgressLog {
  /// The last status of each phase, by its number.
  let last: [String: PhaseStatus]

  /// The log in `file`.
  init(_ file: PlanFile) {
    var last: [String: PhaseStatus] = [:]
    if let outline = file.outline {
      for section in PhaseSections(file.source, outline).phases {
        if let status = section.statuses.last { last[section.heading.number] = status }
      }
    }
    self.last = last
  }
}
