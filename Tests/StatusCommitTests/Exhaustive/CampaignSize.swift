import Glibc

/// How much of everything is tried. Every test run tries each call and each kind of cut; with the environment
/// variable STATUSLINT_EXHAUSTIVE set, all combinations, which takes minutes.
struct CampaignSize: Sendable {
  /// All sets of up to so many changes of names are tried at a power cut.
  var exhaustive: Int
  /// The most combinations at one power cut.
  var mostAtCut: Int
  /// The same after an error that was no failed synchronization.
  var mostAfterError: Int
  /// Of the disks that power cuts leave, each so many-th is recovered with crashes and power cuts inside.
  var nestingStride: Int
  /// Of the errors inside recovery, each so many-th is tried.
  var nestedErrorStride: Int
  /// Of the edits by others, each so many-th.
  var editStride: Int

  /// What every test run does.
  static let quick = CampaignSize(
    exhaustive: 8, mostAtCut: 400, mostAfterError: 12, nestingStride: 16, nestedErrorStride: 23, editStride: 3
  )
  /// Everything.
  static let full = CampaignSize(
    exhaustive: 10, mostAtCut: 6000, mostAfterError: 400, nestingStride: 1, nestedErrorStride: 1,
    editStride: 1)
  /// What is asked for.
  static let current = getenv("STATUSLINT_EXHAUSTIVE") == nil ? quick : full
}
