/// The subjects of one root, by their ids.
package struct PlanSubjects: Sendable {
  /// How many parts of something are done, of those that have to be.
  package struct Progress: Equatable, Sendable {
    /// How many are done.
    package var done = 0
    /// How many there are.
    package var total = 0
  }

  /// The subjects, in the order of the format.
  package let all: [PlanSubject]
  private let progress: [String: Progress]
  private let children: [String: [Int]]

  /// Parents that are parts of themselves are followed so far.
  private static let depthLimit = 32

  /// The subjects of a root.
  package init(_ all: [PlanSubject]) {
    self.all = all
    let parents = Dictionary(all.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var progress: [String: Progress] = [:]
    var children: [String: [Int]] = [:]
    for (index, subject) in all.enumerated() {
      if let parent = subject.parent { children[parent, default: []].append(index) }
      let isDone = subject.stage == .done
      guard isDone || subject.isWanted && subject.stage != .closed else { continue }
      var owner = subject.parent
      var depth = 0
      while let id = owner, depth < Self.depthLimit {
        progress[id, default: Progress()].total += 1
        if isDone { progress[id, default: Progress()].done += 1 }
        owner = parents[id] ?? nil
        depth += 1
      }
    }
    self.progress = progress
    self.children = children
  }

  /// How many parts of `subject` are done; nil without parts.
  package func progress(of subject: PlanSubject) -> Progress? { progress[subject.id] }

  /// The parts of `subject`, in order.
  package func parts(of subject: PlanSubject) -> [PlanSubject] { children[subject.id]?.map { all[$0] } ?? [] }

  /// The parts of `subject` and their own parts, in order, with how deep each of them is.
  package func allParts(of subject: PlanSubject) -> [(part: PlanSubject, depth: Int)] {
    var found: [(part: PlanSubject, depth: Int)] = []
    var known: Set<String> = [subject.id]
    func add(below id: String, _ depth: Int) {
      for index in children[id] ?? [] {
        found.append((all[index], depth))
        if depth < Self.depthLimit, known.insert(all[index].id).inserted {
          add(below: all[index].id, depth + 1)
        }
      }
    }
    add(below: subject.id, 0)
    return found
  }

  /// The subjects that `text` may mean: those with that id, else those that are called so. Case does not matter if nothing
  /// is written exactly so.
  package func named(_ text: String) -> [PlanSubject] {
    let exact = all.filter { $0.id == text }
    if !exact.isEmpty { return exact }
    let called = all.filter { $0.names.contains(text) }
    if !called.isEmpty { return called }
    let folded = text.lowercased()
    return all.filter { $0.id.lowercased() == folded || $0.names.contains { $0.lowercased() == folded } }
  }
}
