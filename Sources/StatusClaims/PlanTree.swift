import StatusText

/// The files below one root of a format. Paths begin in the root, unless they are said to be whole: from the repository
/// root.
package struct PlanTree: Sendable {
  /// The root, from the repository root; empty for the repository itself.
  package let root: String
  /// The present, in seconds since 1970, UTC.
  package let now: Int
  /// Every file that was read, by its path; those outside of the root by `outside`.
  package let files: [String: PlanFile]
  /// Whether findings of that rule are reported even if they are only worth a look.
  package let isAsked: @Sendable (String) -> Bool
  /// The names in each directory, sorted.
  private let names: [String: [PlanEntry]]
  private let forEach: Loop

  /// Calls a function once with each of 0 ..< `count`, in any order, on one or several threads.
  package typealias Loop = @Sendable (_ count: Int, _ body: @Sendable (_ index: Int) -> Void) -> Void

  /// The tree at `root` with these directories and the files that were read. `forEach` does what can be done for several
  /// files or subjects at the same time.
  package init(
    root: String, now: Int, names: [String: [PlanEntry]], files: [String: PlanFile],
    isAsked: @escaping @Sendable (String) -> Bool,
    forEach: @escaping Loop = { count, body in for index in 0..<count { body(index) } }
  ) {
    self.root = root
    self.now = now
    self.names = names
    self.files = files
    self.isAsked = isAsked
    self.forEach = forEach
  }

  /// The same tree with other files, of the same names.
  package func with(_ files: [String: PlanFile]) -> PlanTree {
    PlanTree(root: root, now: now, names: names, files: files, isAsked: isAsked, forEach: forEach)
  }

  /// The same tree at another time, in seconds since 1970, UTC.
  package func at(_ now: Int) -> PlanTree {
    PlanTree(root: root, now: now, names: names, files: files, isAsked: isAsked, forEach: forEach)
  }

  /// The key in `files` of a file outside of the root, by its path from the repository root.
  package static func outside(_ path: String) -> String { "/\(path)" }

  /// The directories in the directory at `path`, sorted.
  package func directories(in path: String) -> [String] {
    (names[path] ?? []).filter(\.isDirectory).map(\.name)
  }

  /// The names of the files in the directory at `path`, sorted.
  package func fileNames(in path: String) -> [String] {
    (names[path] ?? []).filter { !$0.isDirectory }.map(\.name)
  }

  /// The paths of all files below the directory at `path`, sorted.
  package func paths(below path: String) -> [String] {
    var found: [String] = []
    var open = [path]
    while let directory = open.popLast() {
      for entry in names[directory] ?? [] {
        let inside = PathText.joined(directory, entry.name)
        if entry.isDirectory { open.append(inside) } else { found.append(inside) }
      }
    }
    return found.sorted()
  }

  /// Whether there is a file at `path`.
  package func holds(_ path: String) -> Bool {
    let entries = names[PathText.parent(of: path)] ?? []
    let name = PathText.name(of: path)
    let index = entries.partitioningIndex { $0.name >= name }
    return index < entries.count && entries[index] == PlanEntry(name: name, isDirectory: false)
  }

  /// Whether there is a directory at `path`.
  package func holdsDirectory(_ path: String) -> Bool { names[path] != nil }

  /// The whole path of what is at `path`.
  package func whole(_ path: String) -> String { PathText.joined(root, path) }
}

extension PlanTree {
  /// `transform` of each of `items`, in order. Several are made at the same time.
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Result
  ) -> [Result] {
    [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
      // Each element is written once, and read after all of them are there.
      nonisolated(unsafe) let places = buffer
      forEach(items.count) { places.initializeElement(at: $0, to: transform(items[$0])) }
      count = items.count
    }
  }

  /// Reports what `check` finds about each of `items`, in order. Several are judged at the same time.
  package func judge<Item: Sendable>(
    _ items: [Item], into findings: inout ClaimFindings,
    _ check: @Sendable (Item, inout ClaimFindings) -> Void
  ) {
    let found = map(items) { item in
      var found = ClaimFindings()
      check(item, &found)
      return found
    }
    for found in found { findings.add(found) }
  }
}
