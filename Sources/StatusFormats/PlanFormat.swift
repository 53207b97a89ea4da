import StatusClaims

/// A format of plans: where its roots are, which files it reads, and which claims in them must agree.
package protocol PlanFormat: Sendable {
  /// The name on the command line: "openspec".
  var name: String { get }
  /// The name in text: "OpenSpec".
  var title: String { get }
  /// The names of which one is in every directory that holds a root, so that nothing else need be looked at; empty if there
  /// is no such name.
  var marks: [String] { get }
  /// The rules that it can report.
  var rules: Set<String> { get }

  /// The roots that `directory` of `files` holds, which has one of the marks: their paths from the repository root.
  func roots(in directory: String, of files: some PlanFiles) -> [String]
  /// Whether the directory at `path`, from the root, holds files of the format.
  func descends(into path: String) -> Bool
  /// How the file at `path`, from the root, is parsed; nil if it is enough to know that it is there.
  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading?
  /// Whether the file at `path`, from the root, says something of what the root keeps, if only by being there.
  func knows(_ path: String) -> Bool
  /// What it reads outside of `root`, which lies in `files`.
  func surroundings(of root: String, in files: some PlanFiles) -> PlanSurroundings
  /// Reports what does not agree in `tree`.
  func check(_ tree: PlanTree, into findings: inout ClaimFindings)

  /// What `tree` keeps, each subject after what it is a part of.
  func subjects(of tree: PlanTree) -> [PlanSubject]
  /// Writes a move into every place that depends on it, or says why it is refused.
  func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits)
  /// The kinds of subjects that only go from a status to a later one, as upstream says.
  var forwardKinds: Set<String> { get }
  /// Whether upstream's commands mean this root if they name none.
  func isCurrent(_ tree: PlanTree) -> Bool
  /// The rules whose new findings are only warnings about a move, and do not refuse it.
  var bearable: Set<String> { get }
  /// The locks with which upstream's programs keep others from writing: files and directories that are there as long.
  var locks: [PlanLock] { get }
  /// The path of the file that upstream's programs lock with flock(2) while they write the file at `path`; both begin in
  /// the root. It need not be there.
  func sentinel(of path: String) -> String?
}

extension PlanFormat {
  /// The rules that it can report, with those about the files of every format.
  package var reported: Set<String> { rules.union(["unreadable-file", "unused-suppression"]) }

  /// Directories of tools and of other repositories hold nothing of a plan.
  package func descends(into path: String) -> Bool { true }

  /// What is read says something.
  package func knows(_ path: String) -> Bool { reading(of: path) { _ in true } != nil }

  /// Most formats keep everything in their root.
  package func surroundings(of root: String, in files: some PlanFiles) -> PlanSurroundings {
    PlanSurroundings()
  }

  /// A format that does not say what it keeps shows nothing.
  package func subjects(of tree: PlanTree) -> [PlanSubject] { [] }

  /// The status is written where the subject says it.
  package func make(_ move: PlanMove, in tree: PlanTree, into edits: inout PlanEdits) {
    for claim in move.subject.statusClaims { edits.write(move.status.text, at: claim) }
  }

  /// Most formats say nothing about where a subject may go.
  package var forwardKinds: Set<String> { [] }

  /// Most formats have no current root.
  package func isCurrent(_ tree: PlanTree) -> Bool { false }

  /// Most formats refuse whatever makes the check worse.
  package var bearable: Set<String> { [] }

  /// Most programs lock nothing.
  package var locks: [PlanLock] { [] }

  /// Most programs lock no file with flock(2).
  package func sentinel(of path: String) -> String? { nil }
}
