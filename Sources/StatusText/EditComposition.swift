/// Puts two sets of edits together, the second made to what the first gives.
///
/// Edits that overlap or touch in the text between the two become one. All its bytes are known from the edits: what lies
/// between two of them was put there by the first set or is taken away by the second.
struct EditComposition {
  private let first: [TextEdit]
  private let second: [TextEdit]
  /// The edits of each set that come next.
  private var firstIndex = 0
  private var secondIndex = 0
  /// How much further than in the original the next edit of the first set lies in the text between.
  private var shift = 0

  init(_ first: [TextEdit], _ second: [TextEdit]) {
    self.first = first
    self.second = second
  }

  /// The edits of both, relative to the original, sorted and without overlap.
  mutating func compose() -> [TextEdit] {
    var composed: [TextEdit] = []
    composed.reserveCapacity(first.count + second.count)
    while firstIndex < first.count || secondIndex < second.count {
      let edit = nextEdit()
      if !edit.range.isEmpty || !edit.replacement.isEmpty { composed.append(edit) }
    }
    return composed
  }

  /// The next edits that touch, as one.
  private mutating func nextEdit() -> TextEdit {
    let shiftBefore = shift
    let firstStart = firstIndex
    let secondStart = secondIndex
    let start = min(nextStartOfFirst ?? .max, nextStartOfSecond ?? .max)
    var end = start
    while true {
      if let next = nextStartOfFirst, next <= end {
        let edit = first[firstIndex]
        end = max(end, next + edit.replacement.count)
        shift += edit.replacement.count - edit.range.count
        firstIndex += 1
      } else if let next = nextStartOfSecond, next <= end {
        end = max(end, second[secondIndex].range.upper)
        secondIndex += 1
      } else {
        break
      }
    }
    let kept = FirstReplacements(first[firstStart..<firstIndex], shift: shiftBefore)
    return TextEdit(
      ByteRange(start - shiftBefore, end - shift),
      replacement: replacement(of: second[secondStart..<secondIndex], in: kept, start..<end))
  }

  /// Where the next edit of the first set begins in the text between.
  private var nextStartOfFirst: Int? {
    firstIndex < first.count ? first[firstIndex].range.lower + shift : nil
  }

  private var nextStartOfSecond: Int? {
    secondIndex < second.count ? second[secondIndex].range.lower : nil
  }

  /// What stands in the end where `range` of the text between stood.
  private func replacement(
    of edits: ArraySlice<TextEdit>, in kept: FirstReplacements, _ range: Range<Int>
  ) -> [UInt8] {
    var kept = kept
    var bytes: [UInt8] = []
    var offset = range.lowerBound
    for edit in edits {
      kept.append(offset..<edit.range.lower, to: &bytes)
      bytes.append(contentsOf: edit.replacement)
      offset = edit.range.upper
    }
    kept.append(offset..<range.upperBound, to: &bytes)
    return bytes
  }
}

/// The bytes that edits of the first set put into the text between, asked for in ascending order.
private struct FirstReplacements {
  private var edits: ArraySlice<TextEdit>
  private var shift: Int

  init(_ edits: ArraySlice<TextEdit>, shift: Int) {
    self.edits = edits
    self.shift = shift
  }

  /// Appends the bytes of `range`, all of which the edits have put there.
  mutating func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    while let edit = edits.first {
      let start = edit.range.lower + shift
      let end = start + edit.replacement.count
      let lower = max(range.lowerBound, start)
      let upper = min(range.upperBound, end)
      if lower < upper { bytes.append(contentsOf: edit.replacement[lower - start..<upper - start]) }
      if end > range.upperBound { return }
      shift += edit.replacement.count - edit.range.count
      edits.removeFirst()
    }
  }
}
