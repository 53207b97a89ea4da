/// The lines in which two texts differ.
struct LineDifference {
  /// The lines that go, with `- ` before them, and those that come, with `+ `, in the order of the texts.
  let text: String

  init(from old: [Substring], to new: [Substring]) {
    let difference = new.difference(from: old)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var lines: [String] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if gone.contains(left) {
        lines.append("- \(old[left])")
        left += 1
      } else if come.contains(right) {
        lines.append("+ \(new[right])")
        right += 1
      } else {
        left += 1
        right += 1
      }
    }
    text = lines.joined(separator: "\n")
  }
}
