import StatusFileSystem
import Testing

/// What can be done to a process on a simulated machine. That it works at all is for `SimulationAgreementTests`.
struct SimulatedFileSystemTests {
  private static let call = 1

  @Test(
    "a call that fails has done nothing, or all, or half, as is wanted",
    arguments: [
      (SimulatedFault.fail(.noSpace), ""), (.failAfterEffect(.ioError), "abcd"),
      (.failHalfway(.noSpace), "ab"),
    ])
  func failure(fault: SimulatedFault, found: String) throws {
    let system = Self.system { call, _ in call.number == Self.call ? fault : nil }
    let file = try system.open("/f", at: nil, for: .creating(permissions: 0o644))
    #expect(throws: Errno.self) { try Self.write("abcd", to: file, in: system) }
    #expect(Self.text("f", system.machine) == found)
    #expect(!system.isOver)
    try Self.write("xyz", to: file, in: system)
    #expect(Self.text("f", system.machine) == found + "xyz")
  }

  @Test(
    "a process that has ended does nothing any more, and has nothing open",
    arguments: [
      (SimulatedFault.crash, ""), (.crashAfterEffect, "abcd"), (.crashHalfway, "ab"),
    ])
  func crash(fault: SimulatedFault, found: String) throws {
    let system = Self.system { call, _ in call.number == Self.call ? fault : nil }
    let file = try system.open("/f", at: nil, for: .creating(permissions: 0o644))
    #expect(throws: SimulatedFileSystem.processIsOver) { try Self.write("abcd", to: file, in: system) }
    #expect(throws: SimulatedFileSystem.processIsOver) { try system.remove("/f", at: nil) }
    #expect(throws: SimulatedFileSystem.processIsOver) { try Self.write("more", to: file, in: system) }
    system.close(file)
    #expect(system.isOver && system.openFiles.isEmpty && system.calls.count == 2)
    #expect(Self.text("f", system.machine) == found)
  }

  @Test("a call that is not made seems to have been")
  func skipped() throws {
    let system = Self.system { call, _ in call.kind == .synchronize || call.kind == .remove ? .skip : nil }
    let file = try system.open("/f", at: nil, for: .creating(permissions: 0o644))
    try system.synchronize(file)
    try system.remove("/f", at: nil)
    #expect(Self.text("f", system.machine) == "")
    #expect(PowerCuts(system.machine).outcomes().contains { $0.tree["f"] == nil })
  }

  @Test("another program does what it likes before a call")
  func edit() throws {
    let system = Self.system { call, machine in
      if call.kind == .write { machine.setName("f", in: SimulatedDisk.root, to: nil) }
      return nil
    }
    let file = try system.open("/f", at: nil, for: .creating(permissions: 0o644))
    try Self.write("abcd", to: file, in: system)
    #expect(Self.text("f", system.machine) == nil)
    #expect(try system.status(of: file).size == 4 && system.status(of: file).linkCount == 0)
  }

  @Test("every call is told, with what it is about; snapshots are from before")
  func calls() throws {
    let system = SimulatedFileSystem(SimulatedMachine(SimulatedDisk()), keepingSnapshots: true)
    try system.makeDirectory("/d", at: nil, permissions: 0o755)
    let directory = try system.open("/d", at: nil, for: .directory)
    let file = try system.open("f", at: directory, for: .creating(permissions: 0o644))
    try Self.write("a", to: file, in: system)
    try system.rename("f", to: "g", at: directory, mode: .keeping)
    system.close(file)
    #expect(
      system.calls.map(\.description) == [
        "call 0: makeDirectory /d", "call 1: open /d", "call 2: create /d/f", "call 3: write /d/f",
        "call 4: rename, keeping /d/f → /d/g", "call 5: close /d/f",
      ])
    #expect(system.snapshots.map { SimulatedTree($0.disk).entries.count } == [0, 1, 1, 2, 2, 2])
  }

  @Test("a lock that others have is refused; a process that ends gives up its own")
  func locks() throws {
    var disk = SimulatedDisk()
    let directory = disk.makeDirectory("/d")
    let foreign = SimulatedLock(inode: directory, lock: FileLock(.shared))
    let system = SimulatedFileSystem(SimulatedMachine(disk), locks: [foreign])
    let descriptor = try system.open("/d", at: nil, for: .directory)
    try system.lock(descriptor, FileLock(.shared), waitingUpTo: 10)
    #expect(throws: Errno.wouldBlock) {
      try system.lock(descriptor, FileLock(.exclusive), waitingUpTo: 10)
    }
  }

  @Test("reads and writes may be short")
  func short() throws {
    let system = SimulatedFileSystem(SimulatedMachine(SimulatedDisk()), step: 3)
    let file = try system.open("/f", at: nil, for: .creating(permissions: 0o644))
    let bytes = Array("abcdefgh".utf8)
    try bytes.span.withUnsafeBytes { try FileWriter(fileSystem: system, descriptor: file).write($0) }
    let reading = try system.open("/f", at: nil, for: .reading)
    let reader = FileReader(fileSystem: system, descriptor: reading)
    #expect(try reader.readRegularFile(limit: 100) == bytes)
    #expect(system.calls.count { $0.kind == .write } == 3 && system.calls.count { $0.kind == .read } >= 3)
  }

  @Test("whatever changes of a file, its time of change moves on")
  func changeTimes() throws {
    let system = Self.system()
    let file = try system.open("/f", at: nil, for: .creating(permissions: 0o644))
    var last = try system.status(of: file).changeTime
    let changes: [() throws -> Void] = [
      { try Self.write("a", to: file, in: system) }, { try system.setPermissions(0o600, of: file) },
      { try system.setOwner(1, group: 1, of: file) }, { try system.setAttribute("user.a", to: [], of: file) },
      { try system.rename("/f", to: "/g", at: nil, mode: .replacing) }, { try system.remove("/g", at: nil) },
    ]
    for change in changes {
      try change()
      let now = try system.status(of: file).changeTime
      #expect(now > last)
      last = now
    }
  }

  private static func system(
    _ interference: @escaping SimulatedFileSystem.Interference = { _, _ in nil }
  ) -> SimulatedFileSystem {
    SimulatedFileSystem(SimulatedMachine(SimulatedDisk()), interference: interference)
  }

  private static func write(_ text: String, to file: Descriptor, in system: SimulatedFileSystem) throws {
    let bytes = Array(text.utf8)
    _ = try bytes.withUnsafeBytes { try system.write(file, $0) }
  }

  private static func text(_ path: String, _ machine: SimulatedMachine) -> String? {
    SimulatedTree(machine.disk)[path].map { String(decoding: $0, as: UTF8.self) }
  }
}
