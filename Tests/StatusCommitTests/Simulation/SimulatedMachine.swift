import StatusFileSystem

/// A computer's disk as its programs see it, and what has happened to it since all of it was safe: a value that
/// outlives the processes.
struct SimulatedMachine: Sendable {
  /// What programs see.
  private(set) var disk: SimulatedDisk
  /// What was safe at the beginning.
  let durable: SimulatedDisk
  /// What has happened since.
  private(set) var events: [DiskEvent] = []
  /// The bits that new files do not get (umask(2)).
  var withheldPermissions: UInt32 = 0o022

  /// To whom new files belong.
  var user: (owner: UInt32, group: UInt32) = (0, 0)

  /// A machine that has been switched on with `disk`.
  init(_ disk: SimulatedDisk) {
    self.disk = disk
    durable = disk
  }

  /// Has `event` happen.
  mutating func apply(_ event: DiskEvent) {
    disk.apply(event)
    events.append(event)
  }

  /// Has `event` happen, and waits until it is safe: for the doings of others, whose power cuts nobody studies.
  mutating func applyDurably(_ event: DiskEvent) {
    apply(event)
    if let file = event.changedFile { apply(.synchronized(file)) }
    for directory in Set(event.changedNames.map(\.directory)).sorted() { apply(.synchronized(directory)) }
  }

  /// Makes an inode without a name and gives its number.
  mutating func make(_ inode: SimulatedInode) -> Int {
    apply(.made(inode))
    return disk.inodes.count - 1
  }

  /// Has `name` in `directory` stand for `inode`.
  mutating func setName(_ name: String, in directory: Int, to inode: Int?) {
    apply(.names([.init(directory: directory, name: name, inode: inode)]))
  }
}
