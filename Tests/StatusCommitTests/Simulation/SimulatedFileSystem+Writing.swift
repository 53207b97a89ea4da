import StatusFileSystem

extension SimulatedFileSystem {
  func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    let bytes = Array(bytes.prefix(limited(bytes.count)))
    return try perform(
      .write, path: { Self.path($0, descriptor) }, skipped: bytes.count,
      half: { (state) throws(Errno) in
        _ = try Self.write(Array(bytes.prefix(bytes.count / 2)), to: descriptor, &state)
      },
      body: { (state) throws(Errno) in try Self.write(bytes, to: descriptor, &state) })
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Descriptor, _ state: inout State
  ) throws(Errno) -> Int {
    let file = try state.process.file(descriptor)
    guard file.isWritable else { throw .badDescriptor }
    var position = file.position
    if file.mode == .appending { position = state.machine.disk[file.inode].bytes.count }
    if !bytes.isEmpty { state.machine.apply(.write(file.inode, offset: position, bytes)) }
    state.process.advance(descriptor, to: position + bytes.count)
    return bytes.count
  }

  func synchronize(_ descriptor: Descriptor) throws(Errno) {
    try perform(
      .synchronize, path: { Self.path($0, descriptor) }, skipped: (),
      failure: { (state) throws(Errno) in
        state.machine.apply(.synchronizationFailed(try state.process.file(descriptor).inode))
      },
      body: { (state) throws(Errno) in
        state.machine.apply(.synchronized(try state.process.file(descriptor).inode))
      })
  }

  func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno) {
    try perform(.setPermissions, path: { Self.path($0, descriptor) }, skipped: ()) { (state) throws(Errno) in
      state.machine.apply(.permissions(try state.process.file(descriptor).inode, permissions & 0o7777))
    }
  }

  func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Descriptor) throws(Errno) {
    try perform(.setOwner, path: { Self.path($0, descriptor) }, skipped: ()) { (state) throws(Errno) in
      let number = try state.process.file(descriptor).inode
      let inode = state.machine.disk[number]
      var permissions = inode.permissions
      // chown(2): a program does not stay set-user-id under another user, not even by the hand of root.
      if inode.kind != .directory {
        permissions &= ~0o4000
        let isGroupExecutable = permissions & 0o010 != 0
        if isGroupExecutable { permissions &= ~0o2000 }
      }
      state.machine.apply(
        .owner(
          number, owner == .max ? inode.owner : owner, group: group == .max ? inode.group : group,
          permissions: permissions))
    }
  }

  func attributeNames(of descriptor: Descriptor) throws(Errno) -> [String] {
    try perform(.attributeNames, path: { Self.path($0, descriptor) }) { (state) throws(Errno) in
      state.machine.disk[try state.process.file(descriptor).inode].attributes.keys.sorted()
    }
  }

  func attribute(_ name: String, of descriptor: Descriptor) throws(Errno) -> [UInt8] {
    try perform(.attribute, path: { Self.path($0, descriptor) }) { (state) throws(Errno) in
      let inode = state.machine.disk[try state.process.file(descriptor).inode]
      try Self.check(name)
      guard let value = inode.attributes[name] else { throw Self.noSuchAttribute }
      return value
    }
  }

  func setAttribute(_ name: String, to value: [UInt8], of descriptor: Descriptor) throws(Errno) {
    try perform(.setAttribute, path: { Self.path($0, descriptor) }, skipped: ()) { (state) throws(Errno) in
      let number = try state.process.file(descriptor).inode
      try Self.check(name)
      state.machine.apply(.attribute(number, name: name, value))
    }
  }

  /// Attributes live in the namespaces of xattr(7).
  private static func check(_ attribute: String) throws(Errno) {
    let spaces = ["user.", "trusted.", "security.", "system."]
    guard let space = spaces.first(where: attribute.hasPrefix) else { throw .notSupported }
    if attribute == space { throw .invalidArgument }
  }

  /// ENODATA.
  private static var noSuchAttribute: Errno { Errno(61) }

  func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno) {
    let kind: SimulatedCall.Kind =
      switch mode {
      case .replacing: .rename
      case .exchanging: .exchange
      case .keeping: .renameKeeping
      }
    try perform(
      kind, path: { $0.process.path(source, at: directory) },
      destination: { $0.process.path(destination, at: directory) }, skipped: ()
    ) { (state) throws(Errno) in
      let start = try state.process.start(directory)
      try state.machine.rename(source, to: destination, from: start, mode: mode)
    }
  }

  func remove(_ path: String, at directory: Descriptor?) throws(Errno) {
    try perform(.remove, path: { $0.process.path(path, at: directory) }, skipped: ()) {
      (state) throws(Errno) in
      try state.machine.remove(path, from: try state.process.start(directory))
    }
  }

  func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno) {
    try perform(.removeDirectory, path: { $0.process.path(path, at: directory) }, skipped: ()) {
      (state) throws(Errno) in
      try state.machine.removeDirectory(path, from: try state.process.start(directory))
    }
  }

  func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno) {
    try perform(.makeDirectory, path: { $0.process.path(path, at: directory) }, skipped: ()) {
      (state) throws(Errno) in
      let start = try state.process.start(directory)
      try state.machine.makeDirectory(path, from: start, permissions: permissions)
    }
  }
}
