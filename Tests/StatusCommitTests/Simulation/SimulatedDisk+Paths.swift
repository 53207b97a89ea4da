import StatusFileSystem

/// Paths as path_resolution(7) describes them.
extension SimulatedDisk {
  /// The last component of a path.
  enum LastName: Equatable, Sendable {
    case name(String)
    case dot
    case dotDot
    /// The path is that of the topmost directory.
    case root
  }

  /// A path taken apart before its last component.
  struct Place: Sendable {
    /// The directory that the name is in.
    let directory: Int
    /// The last component.
    let last: LastName
    /// Whether a slash follows.
    let endsInSlash: Bool
  }

  private static let mostLinks = 40
  private static let longestName = 255
  private static let longestPath = 4095

  /// The inode that `path` leads to from the directory `start`.
  func inode(_ path: String, from start: Int, followingLast: Bool) throws(Errno) -> Int {
    var links = 0
    return try walk(path, from: start, followingLast: followingLast, links: &links)
  }

  private func walk(
    _ path: String, from start: Int, followingLast: Bool, links: inout Int
  ) throws(Errno) -> Int {
    let (components, isAbsolute, endsInSlash) = try Self.parts(path)
    var current = isAbsolute ? Self.root : start
    for (index, component) in components.enumerated() {
      let isLast = index == components.count - 1
      let next = try step(String(component), from: current)
      if case .link(let target) = inodes[next].content, !isLast || followingLast || endsInSlash {
        links += 1
        if links > Self.mostLinks { throw .tooManyLinks }
        current = try walk(target, from: current, followingLast: true, links: &links)
      } else {
        current = next
      }
    }
    if components.isEmpty || endsInSlash, inodes[current].kind != .directory { throw .notDirectory }
    return current
  }

  private func step(_ name: String, from directory: Int) throws(Errno) -> Int {
    guard case .directory(let entries) = inodes[directory].content else { throw .notDirectory }
    if name == "." { return directory }
    if name == ".." { return inodes[directory].parent }
    if name.utf8.count > Self.longestName { throw .nameTooLong }
    guard let next = entries[name] else { throw .noSuchFile }
    return next
  }

  /// Where the last component of `path` is, or would be.
  func place(_ path: String, from start: Int) throws(Errno) -> Place {
    let (components, isAbsolute, endsInSlash) = try Self.parts(path)
    guard let last = components.last else {
      return Place(directory: Self.root, last: .root, endsInSlash: true)
    }
    let above = components.dropLast().map { $0 + "/" }.joined()
    let directory = try inode((isAbsolute ? "/" : "./") + above, from: start, followingLast: true)
    guard inodes[directory].kind == .directory else { throw .notDirectory }
    switch last {
    case ".": return Place(directory: directory, last: .dot, endsInSlash: endsInSlash)
    case "..": return Place(directory: directory, last: .dotDot, endsInSlash: endsInSlash)
    default: return Place(directory: directory, last: .name(String(last)), endsInSlash: endsInSlash)
    }
  }

  /// What stands at `place`, a link at its end not followed; nil for nothing.
  func inode(at place: Place) throws(Errno) -> Int? {
    switch place.last {
    case .name(let name):
      if name.utf8.count > Self.longestName { throw .nameTooLong }
      return inodes[place.directory].entries[name]
    case .dot: return place.directory
    case .dotDot: return inodes[place.directory].parent
    case .root: return Self.root
    }
  }

  /// The path of a directory from the topmost one.
  func path(ofDirectory number: Int) throws(Errno) -> String {
    var names: [String] = []
    var current = number
    while current != Self.root {
      let parent = inodes[current].parent
      guard let entry = inodes[parent].entries.first(where: { $0.value == current }) else {
        throw .noSuchFile
      }
      names.append(entry.key)
      current = parent
    }
    return "/" + names.reversed().joined(separator: "/")
  }

  private static func parts(
    _ path: String
  ) throws(Errno) -> (components: [Substring], isAbsolute: Bool, endsInSlash: Bool) {
    if path.isEmpty || path.utf8.contains(0) { throw .noSuchFile }
    if path.utf8.count > longestPath { throw .nameTooLong }
    let slash = UInt8(ascii: "/")
    let components = path.split(separator: "/", omittingEmptySubsequences: true)
    return (components, path.utf8.first == slash, path.utf8.last == slash)
  }
}

extension SimulatedDisk {
  /// `path` with every link resolved (realpath(3)).
  func realPath(_ path: String) throws(Errno) -> String {
    let number = try inode(path, from: Self.root, followingLast: true)
    if inodes[number].kind == .directory { return try self.path(ofDirectory: number) }
    // The links at a path's end, one after the other, until the file's own name is left.
    var path = path
    var start = Self.root
    while true {
      let place = try place(path, from: start)
      guard case .name(let name) = place.last, let next = try inode(at: place) else { throw .noSuchFile }
      guard case .link(let target) = inodes[next].content else {
        let directory = try self.path(ofDirectory: place.directory)
        return directory == "/" ? "/" + name : directory + "/" + name
      }
      path = target
      start = place.directory
    }
  }
}
