import StatusFileSystem
import Testing

/// What the simulated power cuts leave.
struct PowerCutTests {
  @Test("bytes that were not waited for are there, or not, or in part, or are zeros; the name by itself")
  func unsynchronized() throws {
    let system = Self.system()
    let file = try system.open("/d/f", at: nil, for: .creating(permissions: 0o644))
    try Self.write("abcd", to: file, in: system)
    #expect(Self.found("f", system) == [nil, "", "ab", "\0\0\0\0", "abcd"])
  }

  @Test("a synchronized file has its bytes, if it has its name")
  func synchronizedFile() throws {
    let system = Self.system()
    let file = try system.open("/d/f", at: nil, for: .creating(permissions: 0o644))
    try Self.write("abcd", to: file, in: system)
    try system.synchronize(file)
    #expect(Self.found("f", system, atEnd: true) == [nil, "abcd"])
  }

  @Test("a synchronized directory has its names, if not their bytes")
  func synchronizedDirectory() throws {
    let system = Self.system()
    let file = try system.open("/d/f", at: nil, for: .creating(permissions: 0o644))
    try Self.write("abcd", to: file, in: system)
    try Self.synchronizeDirectory(system)
    #expect(Self.found("f", system, atEnd: true) == ["", "ab", "\0\0\0\0", "abcd"])
  }

  @Test("both synchronized, nothing is lost")
  func synchronizedBoth() throws {
    let system = Self.system()
    let file = try system.open("/d/f", at: nil, for: .creating(permissions: 0o644))
    try Self.write("abcd", to: file, in: system)
    try system.synchronize(file)
    try Self.synchronizeDirectory(system)
    #expect(Self.found("f", system, atEnd: true) == ["abcd"])
    #expect(Self.found("f", system) == [nil, "", "ab", "\0\0\0\0", "abcd"])
  }

  @Test("what a failed synchronization was to save is not saved by the next")
  func failedSynchronization() throws {
    let system = Self.system { call, _ in call.number == 2 ? .fail(.ioError) : nil }
    let file = try system.open("/d/f", at: nil, for: .creating(permissions: 0o644))
    try Self.write("abcd", to: file, in: system)
    #expect(throws: Errno.ioError) { try system.synchronize(file) }
    try system.synchronize(file)
    try Self.synchronizeDirectory(system)
    #expect(Self.found("f", system, atEnd: true) == ["", "ab", "\0\0\0\0", "abcd"])
  }

  @Test("mode and attributes are saved with their file")
  func attributes() throws {
    let system = Self.system()
    let file = try system.open("/d/f", at: nil, for: .creating(permissions: 0o600))
    try Self.synchronizeDirectory(system)
    try system.setPermissions(0o640, of: file)
    try system.setAttribute("user.a", to: [1], of: file)
    let found = PowerCuts(system.machine).outcomes().filter(\.isAtEnd).compactMap { $0.tree.entries["d/f"] }
    #expect(Set(found.map(\.permissions)) == [0o600, 0o640])
    #expect(Set(found.map(\.attributes.count)) == [0, 1])
    try system.synchronize(file)
    let saved = PowerCuts(system.machine).outcomes().filter(\.isAtEnd).compactMap { $0.tree.entries["d/f"] }
    #expect(saved.map(\.permissions) == [0o640] && saved.map(\.attributes) == [["user.a": [1]]])
  }

  @Test("an exchange happens to both names or to none; others in any order")
  func names() throws {
    let system = Self.system()
    try system.rename("/d/a", to: "/d/b", at: nil, mode: .exchanging)
    try system.rename("/d/b", to: "/d/c", at: nil, mode: .replacing)
    let found = PowerCuts(system.machine).outcomes().map { outcome in
      ["a", "b", "c"].map { outcome.tree["d/\($0)"].map { String(decoding: $0, as: UTF8.self) } ?? "-" }
        .joined()
    }
    // The last one: the rename alone, of the inode that it moved, which then has two names.
    #expect(Set(found) == ["AB-", "BA-", "B-A", "A-A"])
  }

  @Test("of many changes of names some sets are tried, the same ones each time")
  func many() throws {
    let system = Self.system()
    for number in 0..<14 {
      _ = try system.open("/d/f\(number)", at: nil, for: .creating(permissions: 0o644))
    }
    let outcomes = PowerCuts(system.machine).outcomes()
    #expect(outcomes.count > 200 && outcomes.count < 1000)
    let isSame = outcomes.map(\.tree) == PowerCuts(system.machine).outcomes().map(\.tree)
    #expect(isSame)
    let counts = Set(outcomes.map { $0.tree.entries.count })
    #expect(counts.isSuperset(of: [3, 4, 5, 16, 17]))
  }

  @Test("what has been made safe before a process is not lost with its own work")
  func laterProcess() throws {
    let first = Self.system()
    try first.remove("/d/a", at: nil)
    let second = SimulatedFileSystem(first.machine)
    try second.remove("/d/b", at: nil)
    try Self.synchronizeDirectory(second)
    let outcomes = PowerCuts(second.machine).outcomes(after: first.machine.events.count)
    #expect(outcomes.filter(\.isAtEnd).map { $0.tree.entries.keys.sorted() } == [["d"]])
    // Four before the wait, and the one at the end.
    #expect(Set(outcomes.map(\.tree)).count == 4 && outcomes.count == 5)
  }

  private static func system(
    _ interference: @escaping SimulatedFileSystem.Interference = { _, _ in nil }
  ) -> SimulatedFileSystem {
    var disk = SimulatedDisk()
    disk.write("A", to: "/d/a")
    disk.write("B", to: "/d/b")
    return SimulatedFileSystem(SimulatedMachine(disk), interference: interference)
  }

  private static func write(
    _ text: String, to file: Descriptor, in system: SimulatedFileSystem
  ) throws {
    let bytes = Array(text.utf8)
    _ = try bytes.withUnsafeBytes { try system.write(file, $0) }
  }

  private static func synchronizeDirectory(_ system: SimulatedFileSystem) throws {
    let directory = try system.open("/d", at: nil, for: .directory)
    try system.synchronize(directory)
  }

  /// What /d/`name` may hold after a power cut.
  private static func found(
    _ name: String, _ system: SimulatedFileSystem, atEnd: Bool = false
  ) -> Set<String?> {
    let outcomes = PowerCuts(system.machine).outcomes().filter { $0.isAtEnd || !atEnd }
    return Set(outcomes.map { $0.tree["d/\(name)"].map { String(decoding: $0, as: UTF8.self) } })
  }
}
