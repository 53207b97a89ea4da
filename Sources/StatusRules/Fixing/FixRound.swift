import StatusDiagnostics
import StatusText

/// One round of fixing: which of some findings can be corrected together, and the edits that this takes.
///
/// A fix is taken whole, with its edits in all files, or not at all. One that overlaps a fix that was taken before it has
/// to wait for the next round, in which it is made anew from the text as it is then: what it was made from has changed.
package struct FixRound: Sendable {
  /// The indices of the findings whose fixes are taken, in the order of the findings.
  package private(set) var accepted: [Int] = []
  /// The indices of the findings whose fixes have to wait.
  package private(set) var deferred: [Int] = []
  /// The edits of all fixes that are taken, by the path of their file.
  package private(set) var edits: [String: EditSet] = [:]

  /// Takes fixes, those that `wants` tells, in the order of `findings`, which is that of reports.
  package init(_ findings: [Finding], wants: (Fix) -> Bool) {
    var taken: [String: TakenEdits] = [:]
    var identical: Set<[Fix.FileEdits]> = []
    for (index, finding) in findings.enumerated() {
      guard let fix = finding.fix, wants(fix), let files = fix.mergedFiles else { continue }
      if identical.contains(files) {
        // Another finding is removed by the very same edits.
        accepted.append(index)
        continue
      }
      let isFree = files.allSatisfy { taken[$0.path]?.isFree(for: $0.edits) ?? true }
      guard isFree else {
        deferred.append(index)
        continue
      }
      accepted.append(index)
      identical.insert(files)
      for file in files { taken[file.path, default: TakenEdits()].insert(file.edits) }
    }
    // No two of the edits overlap, so each file's are a set.
    edits = taken.compactMapValues { EditSet($0.edits) }
  }
}

/// The edits of one file that are taken.
private struct TakenEdits {
  /// In the order in which they were taken.
  private(set) var edits: [TextEdit] = []
  /// Their ranges, sorted. Fixes come nearly sorted, so that nearly all are appended.
  private var ranges: [ByteRange] = []

  /// Whether none of `edits` overlaps a taken one.
  func isFree(for edits: [TextEdit]) -> Bool {
    edits.allSatisfy { edit in
      let place = place(of: edit.range)
      if place < ranges.count, Self.meet(edit.range, ranges[place]) { return false }
      return place == 0 || !Self.meet(ranges[place - 1], edit.range)
    }
  }

  mutating func insert(_ more: [TextEdit]) {
    edits += more
    for edit in more { ranges.insert(edit.range, at: place(of: edit.range)) }
  }

  /// Whether two ranges, the first of which begins first, overlap. An insertion overlaps what it touches: which of two
  /// findings' texts comes first there, only a new look can tell.
  private static func meet(_ left: ByteRange, _ right: ByteRange) -> Bool {
    right.start < left.end || right.start == left.end && (left.isEmpty || right.isEmpty)
  }

  /// Before which of the ranges `range` belongs.
  private func place(of range: ByteRange) -> Int {
    if let last = ranges.last, last < range { return ranges.count }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle] < range { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Fix {
  /// The fix's files, each once, sorted by path and with sorted edits; nil for a fix that cannot be made: it has no edits,
  /// or its own edits overlap.
  fileprivate var mergedFiles: [FileEdits]? {
    var edits: [String: [TextEdit]] = [:]
    for file in files where !file.edits.isEmpty { edits[file.path, default: []] += file.edits }
    let merged = edits.sorted { $0.key < $1.key }.compactMap { path, edits in
      EditSet(edits).map { FileEdits(path: path, edits: $0.edits) }
    }
    return merged.isEmpty || merged.count < edits.count ? nil : merged
  }
}
