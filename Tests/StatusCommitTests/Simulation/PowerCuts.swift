import StatusFileSystem
import StatusTestSupport

/// What power cuts may leave of a machine's disk.
///
/// As weak as file systems may be (Pillai et al., OSDI 2014): names are safe once their directory was synchronized,
/// bytes, mode and attributes once their file was, and neither brings the other along. Of what was not waited for,
/// any set of changes of names may have happened, in any order; of the writes to a file all, none, the first few,
/// half of the last, or the length alone with zeros for bytes. What changes several names at once happens to
/// all of them or to none. What a failed synchronization was to save is never safe, whatever succeeds later
/// (Rebello et al., ATC 2020).
struct PowerCuts: Sendable {
  /// A disk as it is found when the power is back.
  struct Outcome: Sendable {
    /// What is found.
    let disk: SimulatedDisk
    /// What the user's directory looks like.
    let tree: SimulatedTree
    /// How many of the machine's events came before the cut.
    let point: Int
    /// What was lost, for people.
    let lost: [Int]
    /// Whether the cut came after everything.
    let isAtEnd: Bool
  }

  /// What is left of a change of a file that was not waited for.
  private enum Remainder: Hashable {
    case nothing, half, zeros
  }

  /// The changes of one point that were not waited for.
  private struct Unsafe {
    var names: [Int] = []
    var files: [Int: [Int]] = [:]

    /// The first of them.
    var first: Int? { (names.prefix(1) + files.values.compactMap(\.first)).min() }
  }

  /// The machine.
  let machine: SimulatedMachine
  /// The directory whose trees are told apart.
  var directory = "/"
  /// All sets of up to so many changes of names are tried; of more only some.
  var exhaustive = 9
  /// The most combinations of one point that are tried.
  var mostAtPoint = 6000
  /// Whether a failed synchronization of a directory loses its names for good, as it does with bytes.
  var losesNamesForGood = false

  /// The power cuts of `machine`.
  init(_ machine: SimulatedMachine, directory: String = "/") {
    self.machine = machine
    self.directory = directory
  }

  /// The outcomes of cuts after the first `start` events, no two with the same tree but that one at the end is told
  /// from the others.
  func outcomes(after start: Int = 0) -> [Outcome] {
    var seen: [SimulatedTree: Bool] = [:]
    var outcomes: [Outcome] = []
    // What has happened before the first change that is unsafe: it is so at all later points, too.
    var settled = (disk: machine.durable, count: 0)
    for point in points(after: start) {
      let isAtEnd = point == machine.events.count
      let unsafe = unsafeChanges(at: point)
      for index in settled.count..<max(settled.count, unsafe.first ?? point) {
        settled.disk.apply(machine.events[index])
        settled.count += 1
      }
      for (lost, remainders) in combinations(of: unsafe, at: point) {
        var disk = settled.disk
        apply(settled.count..<point, to: &disk, losing: lost, remainders)
        let tree = SimulatedTree(disk, beneath: directory)
        if let wasAtEnd = seen[tree], wasAtEnd || !isAtEnd { continue }
        seen[tree] = isAtEnd
        outcomes.append(
          Outcome(
            disk: disk, tree: tree, point: point, lost: (Array(lost) + remainders.keys).sorted(),
            isAtEnd: isAtEnd))
      }
    }
    return outcomes
  }

  /// Just before each wait, and at the end: between two waits the later cut may leave all that the earlier may.
  private func points(after start: Int) -> [Int] {
    let waits = machine.events.indices.filter { index in
      switch machine.events[index] {
      case .synchronized, .synchronizationFailed: true
      default: false
      }
    }
    return waits.filter { $0 >= start } + [machine.events.count]
  }

  private func unsafeChanges(at point: Int) -> Unsafe {
    var saved: Set<Int> = []
    var savedNames: Set<Int> = []
    var unsafe = Unsafe()
    for index in (0..<point).reversed() {
      let event = machine.events[index]
      switch event {
      case .synchronized(let inode):
        saved.insert(inode)
        savedNames.insert(inode)
      case .synchronizationFailed(let inode):
        saved.remove(inode)
        if losesNamesForGood { savedNames.remove(inode) }
      case .names(let names):
        if !names.contains(where: { savedNames.contains($0.directory) }) { unsafe.names.append(index) }
      default:
        if let file = event.changedFile, !saved.contains(file) {
          unsafe.files[file, default: []].append(index)
        }
      }
    }
    unsafe.names.reverse()
    unsafe.files = unsafe.files.mapValues { $0.reversed() }
    return unsafe
  }

  private func combinations(
    of unsafe: Unsafe, at point: Int
  ) -> [(lost: Set<Int>, remainders: [Int: Remainder])] {
    var random = SplitMix64(seed: UInt64(point))
    let names = subsets(of: unsafe.names, &random)
    let files = remainders(unsafe.files)
    if names.count * files.count <= mostAtPoint {
      return names.flatMap { lost in files.map { (lost, $0) } }
    }
    // The two extremes of the bytes with as many sets of names as there is room for, then by chance.
    let first = names.prefix(mostAtPoint / 3).flatMap { lost in files.prefix(2).map { (lost, $0) } }
    return first
      + (0..<(mostAtPoint - first.count)).map { _ in
        (names.randomElement(using: &random) ?? [], files.randomElement(using: &random) ?? [:])
      }
  }

  /// Sets of changes of names that are lost.
  private func subsets(of changes: [Int], _ random: inout SplitMix64) -> [Set<Int>] {
    if changes.count <= exhaustive {
      return (0..<(1 << changes.count)).map { bits in
        Set(changes.indices.filter { bits & (1 << $0) != 0 }.map { changes[$0] })
      }
    }
    let all = Set(changes)
    var sets: [Set<Int>] = changes.indices.flatMap { [Set(changes[$0...]), Set(changes[..<$0])] }
    for first in changes {
      sets += [[first], all.subtracting([first])]
      for second in changes where second > first {
        sets += [[first, second], all.subtracting([first, second])]
      }
    }
    sets += (0..<64).map { _ in Set(changes.filter { _ in Bool.random(using: &random) }) }
    return [[], all] + sets
  }

  /// What is left of the changes of files: first everything, then nothing, then each file by itself with the others
  /// whole and with the others lost.
  private func remainders(_ files: [Int: [Int]]) -> [[Int: Remainder]] {
    if files.isEmpty { return [[:]] }
    let nothing = Dictionary(uniqueKeysWithValues: files.values.joined().map { ($0, Remainder.nothing) })
    var found: [[Int: Remainder]] = [[:], nothing]
    for (_, changes) in files.sorted(by: { $0.key < $1.key }) {
      let others = nothing.filter { !changes.contains($0.key) }
      for variant in variants(changes) { found += [variant, others.merging(variant) { $1 }] }
    }
    let writes = files.values.joined().filter(isWrite)
    for remainder in [Remainder.half, .zeros] {
      found.append(Dictionary(uniqueKeysWithValues: writes.map { ($0, remainder) }))
    }
    var seen: Set<[Int: Remainder]> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// What is left of the changes of one file.
  private func variants(_ changes: [Int]) -> [[Int: Remainder]] {
    func lost(_ indices: some Sequence<Int>) -> [Int: Remainder] {
      Dictionary(uniqueKeysWithValues: indices.map { ($0, .nothing) })
    }
    let writes = changes.filter(isWrite)
    var found = changes.indices.map { lost(changes[$0...]) }
    found += [lost(writes), lost(changes.filter { !isWrite($0) })]
    if let last = writes.last {
      found += [[last: .half], Dictionary(uniqueKeysWithValues: writes.map { ($0, .zeros) })]
    }
    if writes.count > 1 { found.append(lost(writes.prefix(1))) }
    return found
  }

  private func isWrite(_ index: Int) -> Bool {
    if case .write = machine.events[index] { true } else { false }
  }

  private func apply(
    _ indices: Range<Int>, to disk: inout SimulatedDisk, losing lost: Set<Int>, _ remainders: [Int: Remainder]
  ) {
    for index in indices where !lost.contains(index) {
      switch (remainders[index], machine.events[index]) {
      case (nil, let event): disk.apply(event)
      case (.nothing, _): break
      case (.half, .write(let inode, let offset, let bytes)):
        disk.apply(.write(inode, offset: offset, Array(bytes.prefix(bytes.count / 2))))
      case (.zeros, .write(let inode, let offset, let bytes)):
        disk.apply(.write(inode, offset: offset, [UInt8](repeating: 0, count: bytes.count)))
      case (.half, let event), (.zeros, let event): disk.apply(event)
      }
    }
  }
}
