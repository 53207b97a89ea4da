import Glibc
import StatusTestSupport

/// How much of everything is tried. Every test run tries each call and each kind of failure, but of all their
/// combinations only some, always the same; with the environment variable STATUSLINT_EXHAUSTIVE set, all of them,
/// which takes minutes.
struct CampaignSize: Sendable {
  /// All sets of up to so many changes of names are tried at a power cut.
  var exhaustive: Int
  /// The most combinations at one power cut.
  var mostAtCut: Int
  /// The same after errors and inside recovery.
  var mostAtLaterCut: Int
  /// The most errors, edits or disks to begin with that one campaign tries.
  var most: Int

  /// What every test run does.
  static let quick = CampaignSize(exhaustive: 7, mostAtCut: 70, mostAtLaterCut: 4, most: 60)
  /// Everything.
  static let full = CampaignSize(exhaustive: 10, mostAtCut: 6000, mostAtLaterCut: 60, most: .max)
  /// Whether everything is asked for.
  static let isFull = getenv("STATUSLINT_EXHAUSTIVE") != nil
  /// What is asked for.
  static let current = isFull ? full : quick

  /// At most `most` of `all`, from everywhere among them, in their order.
  func some<Element>(of all: [Element], most: Int? = nil) -> [Element] {
    let most = most ?? self.most
    if all.count <= most { return all }
    var random = SplitMix64(seed: 1)
    return all.indices.shuffled(using: &random).prefix(most).sorted().map { all[$0] }
  }
}
