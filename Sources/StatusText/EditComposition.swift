/// Combines two sets of edits. The second applies to the result of the first.
///
/// Edits that overlap or touch in the intermediate text become one. The edits contain all its bytes, because
/// everything between two of them was inserted by the first set or is deleted by the second.
struct EditComposition {
  private let first: [TextEdit]
  private let second: [TextEdit]
  /// The next edits of each set.
  private var firstIndex = 0
  private var secondIndex = 0
  /// The offset of the next edit of the first set in the intermediate text, minus its offset in the original.
  private var shift = 0

  init(_ first: [TextEdit], _ second: [TextEdit]) {
    self.first = first
    self.second = second
  }

  /// The combined edits, relative to the original, sorted and without overlap.
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

  /// The start of the next edit of the first set in the intermediate text.
  private var nextStartOfFirst: Int? {
    firstIndex < first.count ? first[firstIndex].range.lower + shift : nil
  }

  private var nextStartOfSecond: Int? {
    secondIndex < second.count ? second[secondIndex].range.lower : nil
  }

  /// The final text for `range` of the intermediate text.
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

/// The bytes that edits of the first set insert into the intermediate text, read in ascending order.
private struct FirstReplacements {
  private var edits: ArraySlice<TextEdit>
  private var shift: Int

  init(_ edits: ArraySlice<TextEdit>, shift: Int) {
    self.edits = edits
    self.shift = shift
  }

  /// Appends the bytes of `range`, all of which the edits inserted.
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
