import StatusModel

extension EditDistance {
  /// The one of `names` that `name` was most likely meant to be; nil when none is near.
  static func closest(to name: String, among names: [String]) -> String? {
    let ranked = names.map { ($0, between(Array(name.utf8), Array($0.utf8), limit: 4)) }
    return ranked.filter { $0.1 < 4 && $0.1 * 2 < name.utf8.count }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
