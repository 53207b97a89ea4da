import StatusFileSystem

/// What a process has open on a simulated machine, and what it and others have locked.
struct SimulatedProcess: Sendable {
  /// One opening of a file or directory.
  struct OpenFile: Sendable {
    let inode: Int
    /// The path that it was opened by.
    let path: String
    let mode: OpenMode
    /// Where the next read or write begins.
    var position = 0
    /// Whether its names have been listed.
    var isListed = false
    /// At most one of each kind.
    var locks: [FileLock] = []

    var isReadable: Bool {
      switch mode {
      case .creating, .appending: false
      default: true
      }
    }

    var isWritable: Bool {
      switch mode {
      case .creating, .appending, .lockFile: true
      default: false
      }
    }
  }

  /// What is open, by descriptor.
  private(set) var files: [Descriptor: OpenFile] = [:]
  /// What others have locked.
  var foreignLocks: [SimulatedLock] = []
  private var next = SimulatedFileSystem.firstDescriptor

  /// What `descriptor` is open on.
  func file(_ descriptor: Descriptor) throws(Errno) -> OpenFile {
    guard let file = files[descriptor] else { throw .badDescriptor }
    return file
  }

  /// The inode that paths begin at.
  func start(_ directory: Descriptor?) throws(Errno) -> Int {
    guard let directory else { return SimulatedDisk.root }
    return try file(directory).inode
  }

  /// A path from the topmost directory, for people.
  func path(_ path: String, at directory: Descriptor?) -> String {
    guard path.utf8.first != UInt8(ascii: "/") else { return path }
    let start = directory.flatMap { files[$0]?.path } ?? ""
    return path == "." ? start : start + "/" + path
  }

  /// Opens `inode`.
  mutating func open(_ inode: Int, path: String, mode: OpenMode) -> Descriptor {
    let descriptor = Descriptor(next)
    next += 1
    files[descriptor] = OpenFile(inode: inode, path: path, mode: mode)
    return descriptor
  }

  /// Closes `descriptor`, and lets go of its locks.
  mutating func close(_ descriptor: Descriptor) { files[descriptor] = nil }

  /// Moves on in the file of `descriptor`.
  mutating func advance(_ descriptor: Descriptor, to position: Int) {
    files[descriptor]?.position = position
  }

  /// Remembers that the names in the directory of `descriptor` have been listed.
  mutating func markListed(_ descriptor: Descriptor) { files[descriptor]?.isListed = true }

  /// Locks what `descriptor` is open on, unless someone else has it.
  mutating func lock(_ descriptor: Descriptor, _ lock: FileLock) throws(Errno) {
    let file = try file(descriptor)
    if lock.kind == .record {
      // fcntl(2): the descriptor must be open for what the lock keeps others from.
      guard lock.strength == .shared ? file.isReadable : file.isWritable else { throw .badDescriptor }
    }
    let others = files.filter { $0.key != descriptor && $0.value.inode == file.inode }.flatMap(\.value.locks)
    let foreign = foreignLocks.filter { $0.inode == file.inode }.map(\.lock)
    let isHeld = (others + foreign).contains { SimulatedLock(inode: file.inode, lock: $0).excludes(lock) }
    let kept = file.locks.filter { $0.kind != lock.kind }
    // flock(2) gives up the lock that one has before it asks for another.
    if lock.kind == .whole { files[descriptor]?.locks = kept }
    if isHeld { throw .wouldBlock }
    files[descriptor]?.locks = kept + [lock]
  }
}
