import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

/// The simulated file system against the real one: the same calls, the same answers, the same tree in the end.
struct SimulationAgreementTests {
  @Test("random calls are answered as the machine's own file system answers them", arguments: 0..<40)
  func random(seed: Int) throws {
    let directory = try TemporaryDirectory()
    let (disk, isSupported) = try Self.prepare(directory)
    var machine = SimulatedMachine(disk)
    machine.withheldPermissions = try Self.withheldPermissions()
    machine.user = (geteuid(), getegid())
    let simulated = SimulatedFileSystem(machine)
    var calls = RandomCalls(
      seed: UInt64(seed), directory: directory.path, systems: [PosixFileSystem(), simulated],
      usesAttributes: isSupported)
    defer { calls.closeAll() }
    for _ in 0..<150 {
      let (call, answers) = calls.next()
      #expect(answers[1] == answers[0], "\(call)")
      if answers[1] != answers[0] { return }
    }
    let real = try Self.disk(of: directory)
    let left = SimulatedTree(simulated.machine.disk, beneath: directory.path)
    #expect(left.difference(from: SimulatedTree(real)) == [])
    #expect(left.entries.count > 3)
  }

  /// The same files in the directory and on a disk; and whether the directory's file system keeps attributes.
  private static func prepare(_ directory: TemporaryDirectory) throws -> (SimulatedDisk, Bool) {
    var disk = SimulatedDisk()
    let root = directory.path
    disk.makeDirectory(root)
    for (name, text) in [("a", "alpha"), ("b", "beta"), ("d/a", "delta"), ("d/e/f", "phi"), ("s", "sigma")] {
      try directory.write(text, to: name)
      try directory.setMode(name, 0o644)
      disk.write(text, to: "\(root)/\(name)")
    }
    for (name, target) in [
      ("l", "a"), ("dl", "d"), ("loop", "loop2"), ("loop2", "loop"), ("none", "missing"), ("d/up", "../b"),
      ("far", "dl/e/f"),
    ] {
      try directory.link(name, to: target)
      disk.link("\(root)/\(name)", to: target)
    }
    guard Glibc.link("\(root)/a", "\(root)/h") == 0 else { throw Errno.last }
    try disk.hardLink("\(root)/h", to: "\(root)/a")
    let system = PosixFileSystem()
    let file = try system.open("\(root)/s", at: nil, for: .reading)
    defer { system.close(file) }
    let isSupported = (try? system.setAttribute("user.statuslint", to: [1], of: file)) != nil
    if isSupported {
      disk.write(Array("sigma".utf8), to: "\(root)/s", attributes: ["user.statuslint": [1]])
    }
    for number in disk.inodes.indices {
      disk.apply(.owner(number, geteuid(), group: getegid(), permissions: disk[number].permissions))
    }
    return (disk, isSupported)
  }

  /// The process's umask(2), which can be asked for only by changing it, which other tests would notice.
  private static func withheldPermissions() throws -> UInt32 {
    let text = String(decoding: try FileBytes.read("/proc/self/status"), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Umask:") })
    return try #require(UInt32(line.dropFirst(6).trimmingPrefix { $0.isWhitespace }, radix: 8))
  }

  /// What is in a real directory, as a disk.
  private static func disk(of directory: TemporaryDirectory) throws -> SimulatedDisk {
    var disk = SimulatedDisk()
    var copies: [UInt64: String] = [:]
    try copy(directory.path, to: "", &disk, &copies)
    return disk
  }

  private static func copy(
    _ directory: String, to path: String, _ disk: inout SimulatedDisk, _ copies: inout [UInt64: String]
  ) throws {
    let system = PosixFileSystem()
    let descriptor = try system.open(directory, at: nil, for: .directory)
    defer { system.close(descriptor) }
    for entry in try system.entries(of: descriptor) {
      let (source, copy) = ("\(directory)/\(entry.name)", "\(path)/\(entry.name)")
      let status = try system.status(source, at: nil, followingLinks: false)
      switch status.kind {
      case .directory:
        let number = disk.makeDirectory(copy, permissions: status.permissions)
        disk.apply(
          .owner(number, status.owner, group: status.group, permissions: status.permissions))
        for (name, value) in try attributes(of: source) {
          disk.apply(.attribute(number, name: name, value))
        }
        try Self.copy(source, to: copy, &disk, &copies)
      case .symbolicLink:
        var target = [CChar](repeating: 0, count: 4096)
        let length = readlink(source, &target, target.count)
        let number = disk.link(
          copy, to: String(decoding: target.prefix(length).map(UInt8.init), as: UTF8.self))
        disk.apply(.owner(number, status.owner, group: status.group, permissions: status.permissions))
      default:
        if let first = copies[status.inode] {
          try disk.hardLink(copy, to: first)
          continue
        }
        copies[status.inode] = copy
        disk.write(
          try FileBytes.read(source), to: copy, permissions: status.permissions, owner: status.owner,
          group: status.group, attributes: try attributes(of: source))
      }
    }
  }

  private static func attributes(of path: String) throws -> [String: [UInt8]] {
    let system = PosixFileSystem()
    let file = try system.open(path, at: nil, for: .reading)
    defer { system.close(file) }
    // Some file systems have none at all.
    let names = (try? system.attributeNames(of: file)) ?? []
    var attributes: [String: [UInt8]] = [:]
    for name in names where name.hasPrefix("user.") {
      attributes[name] = try system.attribute(name, of: file)
    }
    return attributes
  }
}
