import StatusEngine
import StatusFormats
import StatusHistory
import StatusModel
import StatusRuntime

/// Reads and judges one tree, as `check` was asked to. With `isLocked`, the caller holds the lock of the tree.
extension CheckRun {
  /// Reads the root of another format at `location`, and judges it.
  func load(
    _ format: any PlanFormat, _ location: TreeLocation, isLocked: Bool
  ) throws(CommandError) -> PlanInspection {
    let snapshot = try request.load(
      format, at: location, selection: selections[location.directory] ?? .standard, isLocked: isLocked)
    let base = try command.changed.map { revision throws(CommandError) in
      try Revision(revision, of: location, sizeLimit: request.sizeLimit(of: location), in: surroundings)
    }
    if command.common.verbose, let own = format as? DeclaredFormat {
      for claim in own.silentClaims(in: snapshot.tree) {
        console.note("\(shown(location)): \(claim) of the format \"\(own.name)\" finds nothing")
      }
    }
    let judged = PlanInspection(
      snapshot,
      PlanInspection.Settings(
        location, baseline: baseline?.entries(of: location) ?? [], base: base?.files,
        earlier: try earlier(than: snapshot, location)))
    try base?.requireRead()
    return judged
  }

  /// The root as it was in the revision that it is compared with; nil without one.
  private func earlier(than snapshot: PlanSnapshot, _ location: TreeLocation) throws(CommandError)
    -> PlanSnapshot?
  {
    guard let former = try former(of: location) else { return nil }
    let revision = try former.revision(sizeLimit: request.sizeLimit(of: location))
    let earlier: PlanSnapshot
    do {
      earlier = try snapshot.read(from: revision.files)
    } catch {
      throw .failure(error)
    }
    try revision.requireRead()
    return earlier
  }

  /// Reads the specs tree at `location`, and judges it.
  func load(_ location: TreeLocation, isLocked: Bool) throws(CommandError) -> Inspection {
    // git works while the tree is read.
    let former = try former(of: location)
    let tree = try request.load(
      location, selection: selections[location.directory] ?? .standard, isLocked: isLocked)
    let workspace = tree.workspace
    try TrackedPaths(workspace).require(location, besides: request.locations, surroundings)
    try outputs.refuse(reports: reports.map(\.path), overArtifactsOf: workspace, at: location)
    let earlier = try earlier(than: tree, former, location)
    let base = try command.changed.map { revision throws(CommandError) in
      try Revision(revision, of: location, sizeLimit: request.sizeLimit(of: location), in: surroundings)
    }
    // Other reports than concise ones name the profile themselves.
    if command.common.verbose || workspace.hasUnreadableRegistry && (command.format ?? .concise) == .concise {
      console.note("\(shown(location)): profile \(workspace.profile.name), \(workspace.detection.reason)")
    }
    let judged = Inspection(
      tree,
      Inspection.Settings(
        location, jobs: command.jobs, earlier: earlier, baseline: baseline?.entries(of: location) ?? [],
        base: base?.files))
    try base?.requireRead()
    guard fixing?.includesUnsafe ?? false, judged.lacksFix(of: "missing-timestamp") else { return judged }
    return judged.knowing(ArrivalSearch.find(location, workspace.profile, in: surroundings))
  }

  /// The revision that the tree is compared with; nil for none.
  private func former(of location: TreeLocation) throws(CommandError) -> RevisionAhead? {
    if let former, former.covers(location) { return former }
    return try command.since.map { since throws(CommandError) in
      let begun = try CommandError.asking { () throws(GitError) in
        try BegunRepository(around: location.repository, GitProgram(surroundings.variable))
      }
      return RevisionAhead(since, in: begun, roots: location.format == nil ? [location.root.path] : [])
    }
  }

  /// What the tree is compared with: itself in a revision, or on disk if standard input replaces one of its files.
  private func earlier(
    than tree: Snapshot, _ former: RevisionAhead?, _ location: TreeLocation
  ) throws(CommandError) -> Workspace? {
    if let former {
      return try former.revision(sizeLimit: request.sizeLimit(of: location)).workspace(before: tree)
    }
    return command.stdinPath == nil ? nil : try request.loadFromDisk(location)
  }

  /// The tree at `location`, as notes name it.
  private func shown(_ location: TreeLocation) -> String { location.rootPath(in: surroundings).shown }
}
