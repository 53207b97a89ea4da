/// Finds out which lines of a text are not those of another one. Lines are numbers here, equal ones for equal lines.
struct LineComparison {
  /// A part of both texts, before and after which they agree.
  private struct Part {
    var old: Range<Int>
    var new: Range<Int>
    let depth: Int
  }

  private let old: [Int]
  private let new: [Int]
  private var isChanged: [Bool]
  private var open: [Part]

  /// After so many anchors within anchors, the rest counts as changed.
  private static let mostDepth = 16
  /// Parts without anchors are compared line by line if there are at most this many pairs of lines.
  private static let mostPairs = 1 << 16

  init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    isChanged = Array(repeating: false, count: new.count)
    open = [Part(old: old.indices, new: new.indices, depth: 0)]
  }

  /// The lines of the new text that the old one has not, in order; where lines were only removed, the line before them.
  mutating func changedLines() -> [Int] {
    while let part = open.popLast() { compare(part) }
    return new.indices.filter { isChanged[$0] }
  }

  private mutating func compare(_ whole: Part) {
    var part = whole
    while let left = part.old.first, let right = part.new.first, old[left] == new[right] {
      part.old.removeFirst()
      part.new.removeFirst()
    }
    while let left = part.old.last, let right = part.new.last, old[left] == new[right] {
      part.old.removeLast()
      part.new.removeLast()
    }
    if part.new.isEmpty {
      if !part.old.isEmpty, !new.isEmpty { isChanged[max(0, part.new.lowerBound - 1)] = true }
      return
    }
    let anchors = part.old.isEmpty || part.depth == Self.mostDepth ? [] : anchors(of: part)
    guard !anchors.isEmpty else { return markAll(part) }
    var (left, right) = (part.old.lowerBound, part.new.lowerBound)
    for anchor in anchors {
      open.append(Part(old: left..<anchor.old, new: right..<anchor.new, depth: part.depth + 1))
      (left, right) = (anchor.old + 1, anchor.new + 1)
    }
    open.append(
      Part(old: left..<part.old.upperBound, new: right..<part.new.upperBound, depth: part.depth + 1))
  }

  private mutating func markAll(_ part: Part) {
    guard part.old.count * part.new.count <= Self.mostPairs, !part.old.isEmpty else {
      for line in part.new { isChanged[line] = true }
      return
    }
    markUncommon(part)
  }

  /// Marks what is not in the longest sequence of lines that both have.
  private mutating func markUncommon(_ part: Part) {
    let width = part.new.count + 1
    // The lengths of these sequences in what follows a pair of lines.
    var lengths = [UInt16](repeating: 0, count: (part.old.count + 1) * width)
    for left in part.old.indices.reversed() {
      for right in part.new.indices.reversed() {
        let place = (left - part.old.lowerBound) * width + right - part.new.lowerBound
        lengths[place] =
          old[left] == new[right]
          ? lengths[place + width + 1] + 1 : max(lengths[place + width], lengths[place + 1])
      }
    }
    var (left, right) = (part.old.lowerBound, part.new.lowerBound)
    var isOnlyRemoval = false
    while left < part.old.upperBound || right < part.new.upperBound {
      let place = (left - part.old.lowerBound) * width + right - part.new.lowerBound
      let isRemoved =
        right == part.new.upperBound
        || left < part.old.upperBound && lengths[place + width] >= lengths[place + 1]
      if left < part.old.upperBound, right < part.new.upperBound, old[left] == new[right] {
        if isOnlyRemoval { isChanged[max(0, right - 1)] = true }
        isOnlyRemoval = false
        left += 1
        right += 1
      } else if isRemoved {
        isOnlyRemoval = right == part.new.lowerBound || !isChanged[right - 1]
        left += 1
      } else {
        isOnlyRemoval = false
        isChanged[right] = true
        right += 1
      }
    }
    if isOnlyRemoval { isChanged[max(0, right - 1)] = true }
  }

  private typealias Anchor = (old: Int, new: Int)

  /// The lines that each text has once in this part, as many as are in the same order in both.
  private func anchors(of part: Part) -> [Anchor] {
    var places: [Int: (old: Int?, new: Int?)] = [:]
    var repeated: Set<Int> = []
    for line in part.old {
      if places.updateValue((line, nil), forKey: old[line]) != nil { repeated.insert(old[line]) }
    }
    for line in part.new {
      guard let known = places[new[line]] else { continue }
      if known.new != nil { repeated.insert(new[line]) }
      places[new[line]] = (known.old, line)
    }
    var unique: [Anchor] = []
    for line in part.new where !repeated.contains(new[line]) {
      if let left = places[new[line]]?.old { unique.append((left, line)) }
    }
    return Self.longestRise(unique)
  }

  /// The longest selection of `anchors`, which are in the order of the new text, that is in the order of the old one too.
  private static func longestRise(_ anchors: [Anchor]) -> [Anchor] {
    // For each length, the anchor with the smallest end of a selection that long.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: anchors.count)
    for (index, anchor) in anchors.enumerated() {
      let length = ends.partitioningIndex { anchors[$0].old > anchor.old }
      before[index] = length > 0 ? ends[length - 1] : nil
      if length == ends.count { ends.append(index) } else { ends[length] = index }
    }
    var rise: [Anchor] = []
    var last = ends.last
    while let index = last {
      rise.append(anchors[index])
      last = before[index]
    }
    return rise.reversed()
  }
}
