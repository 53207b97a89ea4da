import StatusDiagnostics
import StatusText

/// One round of fixing: which of some findings can be corrected together, and the edits that this takes.
///
/// A fix is taken whole, with its edits in all files, or not at all. One that overlaps a fix that was taken before it
/// has to wait for the next round, in which it is made again from the text as it is then: what it was made from has
/// changed.
///
/// A date that several fixes raise is raised once, to the newest of theirs.
///
/// Two insertions at one place overlap, since each was made for what stands there now. Only of one rule for several
/// tasks they may be stacked, one after the other: a thousand tasks that a list lacks would otherwise take a thousand
/// rounds.
package struct FixRound: Sendable {
  /// The indices of the findings whose fixes are taken, in the order of the findings.
  package private(set) var accepted: [Int] = []
  /// The indices of the findings whose fixes have to wait.
  package private(set) var deferred: [Int] = []
  /// The edits of all fixes that are taken, by the path of their file.
  package private(set) var edits: [String: EditSet] = [:]

  /// Whether insertions are stacked: the caller has to check that the file stays readable.
  package private(set) var isStacked = false

  /// Takes fixes, those that `wants` tells, in the order of `findings`, which is that of reports.
  package init(_ findings: [Finding], mayStack: Bool = false, wants: (Finding, Fix) -> Bool) {
    var taken: [String: TakenEdits] = [:]
    var identical: Set<[Fix.FileEdits]> = []
    for (index, finding) in findings.enumerated() {
      guard let fix = finding.fix, wants(finding, fix), let files = fix.mergedFiles else { continue }
      if identical.contains(files) {
        // Another finding is removed by the very same edits.
        accepted.append(index)
        continue
      }
      let owner = mayStack ? finding.task.map { TakenEdits.Owner(rule: finding.rule, task: $0) } : nil
      let isFree = files.allSatisfy { taken[$0.path]?.isFree(for: $0, of: owner) ?? true }
      guard isFree else {
        deferred.append(index)
        continue
      }
      accepted.append(index)
      identical.insert(files)
      for file in files { taken[file.path, default: TakenEdits()].insert(file, of: owner) }
    }
    isStacked = taken.values.contains { $0.isStacked }
    // No two of the edits overlap, so each file's are a set.
    edits = taken.compactMapValues { EditSet($0.edits) }
  }
}

/// The edits of one file that are taken.
private struct TakenEdits {
  /// What a fix is for.
  struct Owner {
    let rule: String
    let task: Int
  }

  /// Insertions at one place, stacked: all of one rule, each for another task.
  private struct Stack {
    let edit: Int
    let rule: String
    var tasks: Set<Int>
  }

  /// In the order in which they were taken.
  private(set) var edits: [TextEdit] = []
  /// Whether there is more than one insertion at a place.
  private(set) var isStacked = false
  /// Their ranges, sorted. Fixes come nearly sorted, so that nearly all are appended.
  private var ranges: [ByteRange] = []
  private var stacks: [UInt32: Stack] = [:]
  /// The indices in `edits` of those that raise a date, by where the date begins.
  private var raises: [UInt32: Int] = [:]

  /// Whether none of the edits of `file` overlaps a taken one, or would come upon its stack.
  func isFree(for file: Fix.FileEdits, of owner: Owner?) -> Bool {
    file.edits.allSatisfy { edit in
      if mayStack(edit, owner) || raise(like: edit, of: file) != nil { return true }
      let place = place(of: edit.range)
      if place < ranges.count, Self.meet(edit.range, ranges[place]) { return false }
      return place == 0 || !Self.meet(ranges[place - 1], edit.range)
    }
  }

  private func mayStack(_ edit: TextEdit, _ owner: Owner?) -> Bool {
    guard let owner, edit.range.isEmpty, let stack = stacks[edit.range.start] else { return false }
    return stack.rule == owner.rule && !stack.tasks.contains(owner.task)
  }

  /// The taken edit that raises the same date as `edit` does.
  private func raise(like edit: TextEdit, of file: Fix.FileEdits) -> Int? {
    guard file.raised.contains(edit.range), let index = raises[edit.range.start],
      edits[index].range == edit.range
    else { return nil }
    return index
  }

  mutating func insert(_ file: Fix.FileEdits, of owner: Owner?) {
    for edit in file.edits {
      if let index = raise(like: edit, of: file) {
        // Dates in one form are ordered as text is.
        if edits[index].replacement.lexicographicallyPrecedes(edit.replacement) {
          edits[index].replacement = edit.replacement
        }
        continue
      }
      if file.raised.contains(edit.range) { raises[edit.range.start] = edits.count }
      if mayStack(edit, owner), let owner, var stack = stacks[edit.range.start] {
        stack.tasks.insert(owner.task)
        stacks[edit.range.start] = stack
        edits[stack.edit].replacement += edit.replacement
        isStacked = true
        continue
      }
      if edit.range.isEmpty, let owner {
        stacks[edit.range.start] = Stack(edit: edits.count, rule: owner.rule, tasks: [owner.task])
      }
      edits.append(edit)
      ranges.insert(edit.range, at: place(of: edit.range))
    }
  }

  /// Whether two ranges, the first of which begins first, overlap. An insertion overlaps what it touches: which of two
  /// findings' texts comes first there, only a new look can tell.
  private static func meet(_ left: ByteRange, _ right: ByteRange) -> Bool {
    right.start < left.end || right.start == left.end && (left.isEmpty || right.isEmpty)
  }

  /// Before which of the ranges `range` belongs.
  private func place(of range: ByteRange) -> Int {
    if let last = ranges.last, last < range { return ranges.count }
    return ranges.partitioningIndex { $0 >= range }
  }
}

extension Fix {
  /// The fix's files, each once, sorted by path and with sorted edits; nil for a fix that cannot be made: it has no
  /// edits, or its own edits overlap.
  fileprivate var mergedFiles: [FileEdits]? {
    var edits: [String: [TextEdit]] = [:]
    var raised: [String: [ByteRange]] = [:]
    for file in files where !file.edits.isEmpty {
      edits[file.path, default: []] += file.edits
      raised[file.path, default: []] += file.raised
    }
    let merged = edits.sorted { $0.key < $1.key }.compactMap { path, edits in
      EditSet(edits).map { FileEdits(path: path, edits: $0.edits, raised: raised[path] ?? []) }
    }
    return merged.isEmpty || merged.count < edits.count ? nil : merged
  }
}
