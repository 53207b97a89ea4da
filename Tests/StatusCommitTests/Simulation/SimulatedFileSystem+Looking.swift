import StatusFileSystem

extension SimulatedFileSystem {
  func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor {
    var kind = SimulatedCall.Kind.open
    if case .creating = mode { kind = .create }
    if case .lockFile = mode { kind = .create }
    let inode = try perform(kind, path: { $0.process.path(path, at: directory) }) { (state) throws(Errno) in
      try state.machine.open(path, from: try state.process.start(directory), for: mode)
    }
    // Not before the call has gone well: one that failed leaves nothing open, even if it has made a file.
    return opened(inode, path, at: directory, mode)
  }

  func close(_ descriptor: Descriptor) {
    // Whatever it says, the descriptor is closed.
    try? perform(
      .close, path: { Self.path($0, descriptor) },
      failure: { (state) throws(Errno) in state.process.close(descriptor) },
      body: { (state) throws(Errno) in state.process.close(descriptor) })
  }

  func status(of descriptor: Descriptor) throws(Errno) -> FileStatus {
    try perform(.status, path: { Self.path($0, descriptor) }) { (state) throws(Errno) in
      state.machine.disk.status(try state.process.file(descriptor).inode)
    }
  }

  func status(
    _ path: String, at directory: Descriptor?, followingLinks: Bool
  ) throws(Errno) -> FileStatus {
    try perform(.status, path: { $0.process.path(path, at: directory) }) { (state) throws(Errno) in
      let start = try state.process.start(directory)
      return state.machine.disk.status(
        try state.machine.disk.inode(path, from: start, followingLast: followingLinks))
    }
  }

  func read(
    _ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try read(descriptor, from: nil, into: buffer)
  }

  func read(_ descriptor: Descriptor, at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
    throws(Errno) -> Int
  {
    try read(descriptor, from: offset, into: buffer)
  }

  /// Reads from `offset` on, or from the current position, which then moves.
  private func read(_ descriptor: Descriptor, from offset: Int?, into buffer: UnsafeMutableRawBufferPointer)
    throws(Errno) -> Int
  {
    let count = limited(buffer.count)
    let bytes = try perform(.read, path: { Self.path($0, descriptor) }) { (state) throws(Errno) in
      let file = try state.process.file(descriptor)
      guard file.isReadable else { throw .badDescriptor }
      let inode = state.machine.disk[file.inode]
      if inode.kind == .directory { throw .isDirectory }
      let bytes = Array(inode.bytes.dropFirst(offset ?? file.position).prefix(count))
      if offset == nil { state.process.advance(descriptor, to: file.position + bytes.count) }
      return bytes
    }
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry] {
    try perform(.entries, path: { Self.path($0, descriptor) }) { (state) throws(Errno) in
      let file = try state.process.file(descriptor)
      let disk = state.machine.disk
      guard disk[file.inode].kind == .directory else { throw .notDirectory }
      if file.isListed { return [] }
      state.process.markListed(descriptor)
      // In one order, whatever the run.
      return disk[file.inode].entries.sorted { $0.key < $1.key }.map {
        DirectoryEntry(name: $0.key, kind: disk[$0.value].kind)
      }
    }
  }

  func realPath(_ path: String) throws(Errno) -> String {
    try perform(.realPath, path: { $0.process.path(path, at: nil) }) { (state) throws(Errno) in
      try state.machine.disk.realPath(path)
    }
  }

  func lock(
    _ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double
  ) throws(Errno) {
    try perform(.lock, path: { Self.path($0, descriptor) }, skipped: ()) { (state) throws(Errno) in
      try state.process.lock(descriptor, lock)
    }
  }

  func lockHolder(of descriptor: Descriptor) -> String? { "process 812 (another)" }

  func machineName() -> String { "simulated" }

  /// What `descriptor` is open on, for people.
  static func path(_ state: State, _ descriptor: Descriptor) -> String {
    (try? state.process.file(descriptor).path) ?? "descriptor \(descriptor.rawValue)"
  }
}
