import Glibc
import StatusFileSystem
import StatusTestSupport

/// Random calls of several file systems at once, whose answers should be the same.
struct RandomCalls {
  private var random: SplitMix64
  private let directory: String
  private let systems: [any FileSystem]
  private let usesAttributes: Bool
  /// What is open, in each of the systems; the first is the directory.
  private var open: [[Descriptor]] = []

  private static let paths = [
    "a", "b", "c", "h", "s", "d", "d/a", "d/b", "d/e", "d/e/f", "d/e/g", "d/n", "d/n/x", "l", "dl", "dl/a",
    "dl/e/", "dl/", "loop", "loop/x", "none", "none/", "d/up", "far", "a/", "a/x", "d/", "d/../a", "./b", ".",
    "d/.", "d/..", "d/e/..", "", "missing/x", "c/", "c/d", "l/", "d//a", "x\0y",
    String(repeating: "n", count: 255), String(repeating: "n", count: 256), "loop2/",
    "d/" + String(repeating: "m", count: 300), String(repeating: "d/../", count: 900) + "a",
  ]
  private static let modes: [OpenMode] = [
    .reading, .directory, .directoryFollowingLinks, .creating(permissions: 0o666),
    // Who is not root loses the set-user-id bit with the first write.
    .creating(permissions: geteuid() == 0 ? 0o4755 : 0o755), .appending, .lockFile(permissions: 0o600),
  ]
  private static let permissions: [UInt32] = [0o644, 0o2755, 0o4711, 0o600, 0o6755]
  private static let renames: [RenameMode] = [.replacing, .exchanging, .keeping]
  private static let attributes = ["user.a", "user.statuslint", "user.", "nothing", "odd.a"]

  /// Calls on `systems`, all of which have the directory `directory` with the same files.
  init(seed: UInt64, directory: String, systems: [any FileSystem], usesAttributes: Bool) {
    random = SplitMix64(seed: seed)
    self.directory = directory
    self.systems = systems
    self.usesAttributes = usesAttributes
    let opened = systems.map { try? $0.open(directory, at: nil, for: .directory) }
    open = [opened.compactMap { $0 }]
  }

  /// Closes everything.
  func closeAll() {
    for descriptors in open {
      for (system, descriptor) in zip(systems, descriptors) { system.close(descriptor) }
    }
  }

  /// Makes one call of each system: what it was, and the answers.
  mutating func next() -> (call: String, answers: [String]) {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<22: openSomething()
    case 22..<28: close()
    case 28..<36: statusOfPath()
    case 36..<40: perform("fstat") { Self.shown(try $0.status(of: $1)) }
    case 40..<46: read()
    case 46..<54: write()
    case 54..<66: rename()
    case 66..<71: names("unlink") { try $0.remove($2, at: $1) }
    case 71..<75: names("rmdir") { try $0.removeDirectory($2, at: $1) }
    case 75..<79: makeDirectory()
    case 79..<81: permissions()
    case 81..<84: owner()
    case 84..<89: attribute()
    case 89..<94: lock()
    case 94..<97: realPath()
    case 97: perform("fsync") { try $0.synchronize($1) }
    default: list()
    }
  }

  // MARK: Kinds of calls

  private mutating func openSomething() -> (String, [String]) {
    let start = directoryIndex()
    let path = path()
    let mode = Self.modes.randomElement(using: &random) ?? .reading
    var descriptors: [Descriptor] = []
    let answers = zip(systems, open[start]).map { system, directory in
      Self.answer {
        descriptors.append(try system.open(path, at: directory, for: mode))
        return "opened"
      }
    }
    if descriptors.count == systems.count { open.append(descriptors) }
    return ("open \(start) \(path.debugDescription) \(mode)", answers)
  }

  private mutating func close() -> (String, [String]) {
    guard open.count > 8 else { return openSomething() }
    let index = Int.random(in: 1..<open.count, using: &random)
    for (system, descriptor) in zip(systems, open.remove(at: index)) { system.close(descriptor) }
    return ("close \(index)", systems.map { _ in "" })
  }

  private mutating func statusOfPath() -> (String, [String]) {
    let follows = Bool.random(using: &random)
    return names("stat \(follows)") { Self.shown(try $0.status($2, at: $1, followingLinks: follows)) }
  }

  private mutating func read() -> (String, [String]) {
    let count = Int.random(in: 0...6, using: &random)
    return perform("read \(count)") { system, descriptor in
      var bytes = [UInt8](repeating: 0, count: count)
      let read = try bytes.withUnsafeMutableBytes { try system.read(descriptor, into: $0) }
      return "\(bytes.prefix(read))"
    }
  }

  private mutating func write() -> (String, [String]) {
    let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      UInt8.random(in: 65...90, using: &random)
    }
    return perform("write \(bytes)") { system, descriptor in
      try bytes.withUnsafeBytes { try system.write(descriptor, $0) }
    }
  }

  private mutating func rename() -> (String, [String]) {
    let destination = path()
    let mode = Self.renames.randomElement(using: &random) ?? .replacing
    return names("rename \(mode) to \(destination.debugDescription)") {
      try $0.rename($2, to: destination, at: $1, mode: mode)
    }
  }

  private mutating func makeDirectory() -> (String, [String]) {
    let permissions: UInt32 = Bool.random(using: &random) ? 0o777 : 0o7700
    return names("mkdir \(permissions)") { try $0.makeDirectory($2, at: $1, permissions: permissions) }
  }

  private mutating func permissions() -> (String, [String]) {
    // Permissions mean nothing to root, and nothing to the simulation.
    guard geteuid() == 0 else { return statusOfPath() }
    let permissions = Self.permissions.randomElement(using: &random) ?? 0
    return perform("fchmod \(permissions)") { try $0.setPermissions(permissions, of: $1) }
  }

  private mutating func owner() -> (String, [String]) {
    // Changing owners is for root; keeping them is for all.
    let isRoot = geteuid() == 0
    return perform("fchown") {
      try $0.setOwner(isRoot ? 3 : .max, group: isRoot ? 4 : .max, of: $1)
    }
  }

  private mutating func attribute() -> (String, [String]) {
    guard usesAttributes else { return statusOfPath() }
    let name = Self.attributes.randomElement(using: &random) ?? ""
    let value = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return perform("setxattr \(name)") { try $0.setAttribute(name, to: value, of: $1) }
    case 1: return perform("getxattr \(name)") { try $0.attribute(name, of: $1) }
    default:
      return perform("listxattr") { system, descriptor in
        try system.attributeNames(of: descriptor).filter { $0.hasPrefix("user.") }.sorted()
      }
    }
  }

  private mutating func lock() -> (String, [String]) {
    let lock = FileLock(
      Bool.random(using: &random) ? .shared : .exclusive, Bool.random(using: &random) ? .whole : .record)
    return perform("lock \(lock)") { try $0.lock($1, lock, waitingUpTo: 0) }
  }

  private mutating func realPath() -> (String, [String]) {
    // The library finds its way through paths that the kernel finds too long.
    let path = directory + "/" + path().prefix(1000)
    return ("realpath \(path)", systems.map { system in Self.answer { try system.realPath(path) } })
  }

  private mutating func list() -> (String, [String]) {
    let start = directoryIndex()
    let path = path()
    let answers = zip(systems, open[start]).map { system, directory in
      Self.answer {
        let descriptor = try system.open(path, at: directory, for: .directoryFollowingLinks)
        defer { system.close(descriptor) }
        return try system.entries(of: descriptor).map { "\($0.name) \($0.kind)" }.sorted()
      }
    }
    return ("list \(start) \(path.debugDescription)", answers)
  }

  // MARK: Making calls

  private mutating func perform<Answer>(
    _ name: String, _ call: (any FileSystem, Descriptor) throws -> Answer
  ) -> (String, [String]) {
    let index = Int.random(in: 0..<open.count, using: &random)
    let answers = zip(systems, open[index]).map { system, descriptor in
      Self.answer { try call(system, descriptor) }
    }
    return ("\(name) on \(index)", answers)
  }

  private mutating func names<Answer>(
    _ name: String, _ call: (any FileSystem, Descriptor, String) throws -> Answer
  ) -> (String, [String]) {
    let start = directoryIndex()
    let path = path()
    let answers = zip(systems, open[start]).map { system, descriptor in
      Self.answer { try call(system, descriptor, path) }
    }
    return ("\(name) \(start) \(path.debugDescription)", answers)
  }

  /// Mostly the directory itself; now and then whatever is open.
  private mutating func directoryIndex() -> Int {
    Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 0..<open.count, using: &random) : 0
  }

  private mutating func path() -> String { Self.paths.randomElement(using: &random) ?? "" }

  private static func answer<Answer>(_ call: () throws -> Answer) -> String {
    do { return "\(try call())" } catch { return "\(error)" }
  }

  /// What does not depend on the machine: sizes and counts of links of directories do, and times.
  private static func shown(_ status: FileStatus) -> String {
    let isDirectory = status.kind == .directory
    let numbers = "\(isDirectory ? 0 : status.size) ×\(isDirectory ? 0 : status.linkCount)"
    // The mode of a link has no effect.
    let permissions = status.kind == .symbolicLink ? 0 : status.permissions
    return "\(status.kind) \(numbers) \(permissions) \(status.owner):\(status.group)"
  }
}
