import StatusFileSystem

/// Writes a new file next to a target, with everything that the target has besides its bytes.
struct Stage {
  /// The properties of a new file besides its bytes.
  struct Likeness: Sendable {
    /// Its permission bits.
    let permissions: UInt32
    /// Its user and group.
    let owner: UInt32
    /// See `owner`.
    let group: UInt32
  }

  private let root: SpecsDirectory
  private let directory: OpenDirectory
  private let name: String
  private let target: String
  private var fileSystem: any FileSystem { root.fileSystem }

  /// The stage `name`, in `directory`, for the file `target`, which messages name.
  init(_ name: String, for target: String, in directory: OpenDirectory, of root: SpecsDirectory) {
    self.name = name
    self.target = target
    self.directory = directory
    self.root = root
  }

  /// Writes `bytes`, and waits until they are on disk. Uses the properties in `likeness`, or the defaults for
  /// new files. If `copiesAttributes`, it copies the extended attributes of the target.
  func write(_ bytes: [UInt8], like likeness: Likeness?, copiesAttributes: Bool) throws(CommitError) {
    let path = directory.path(of: target)
    do throws(Errno) {
      // Other processes cannot read it before it is complete.
      let mode = OpenMode.creating(permissions: likeness == nil ? 0o666 : 0o600)
      let file = try fileSystem.open(name, at: directory.descriptor, for: mode)
      defer { fileSystem.close(file) }
      let writer = FileWriter(fileSystem: fileSystem, descriptor: file)
      try bytes.span.withUnsafeBytes { (raw) throws(Errno) in try writer.write(raw) }
      if let likeness { try give(likeness, to: file) }
      if copiesAttributes { try copyAttributes(to: file) }
      try fileSystem.synchronize(file)
    } catch .cannotKeepOwner {
      throw CommitError(
        .refused, root.displayPath(path),
        """
        cannot write \(outside: root.displayPath(path)): it belongs to another user or group, and statuslint cannot \
        give them the new file
        """,
        hint: "run as its owner, or change the owner")
    } catch {
      throw root.failure(error, "cannot write", path)
    }
  }

  private func give(_ likeness: Likeness, to file: Descriptor) throws(Errno) {
    let status = try fileSystem.status(of: file)
    if status.owner != likeness.owner || status.group != likeness.group {
      do {
        try fileSystem.setOwner(likeness.owner, group: likeness.group, of: file)
      } catch .notPermitted {
        throw .cannotKeepOwner
      }
    }
    // After the owner, because changing the owner clears some bits.
    if status.permissions != likeness.permissions {
      try fileSystem.setPermissions(likeness.permissions, of: file)
    }
  }

  /// Access control lists and user attributes must be kept. Labels of the system may be beyond our control.
  private func copyAttributes(to file: Descriptor) throws(Errno) {
    let source = try fileSystem.open(target, at: directory.descriptor, for: .reading)
    defer { fileSystem.close(source) }
    let names: [String]
    do { names = try fileSystem.attributeNames(of: source) } catch .notSupported { return }
    for name in names {
      let isOurs = name.hasPrefix("user.") || name.hasPrefix("system.posix_acl_")
      do {
        let value = try fileSystem.attribute(name, of: source)
        try fileSystem.setAttribute(name, to: value, of: file)
      } catch  where !isOurs {
      }
    }
  }
}

extension Errno {
  /// Not a system error: a file could not be given to the owner of the target.
  fileprivate static let cannotKeepOwner = Errno(-1)
}
