import StatusFileSystem

/// Writes a new file beside a target, with everything that the target has besides its bytes.
struct Stage {
  /// What the new file is given besides bytes.
  struct Likeness: Sendable {
    /// Its permission bits.
    let permissions: UInt32
    /// The user and the group that it belongs to.
    let owner: UInt32
    /// See `owner`.
    let group: UInt32
  }

  private let root: SpecsDirectory
  private let directory: OpenDirectory
  private let name: String
  private let target: String
  private var fileSystem: any FileSystem { root.fileSystem }

  /// The stage `name`, in `directory`, for the file `target` there, which is the one that messages speak of.
  init(_ name: String, for target: String, in directory: OpenDirectory, of root: SpecsDirectory) {
    self.name = name
    self.target = target
    self.directory = directory
    self.root = root
  }

  /// Writes `bytes`, and waits until they are on the disk. With a likeness it gets that; without, what every new file
  /// gets. `copiesAttributes` are the target's extended attributes.
  func write(_ bytes: [UInt8], like likeness: Likeness?, copiesAttributes: Bool) throws(CommitError) {
    let path = directory.path(of: target)
    do throws(Errno) {
      // Nobody reads it before it is whole, whatever its permissions will be.
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
        "cannot write \(FileName.display(root.displayPath(path))): it belongs to "
          + "another user or group, and statuslint cannot give them the new file",
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
    // After the owner: giving a file away takes some bits from it.
    if status.permissions != likeness.permissions {
      try fileSystem.setPermissions(likeness.permissions, of: file)
    }
  }

  /// Access control lists and what users have attached must be kept; what the system labels files with may be out of
  /// our hands.
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
  /// Not a number of the system's: that a file could not be given to whom its model belongs.
  fileprivate static let cannotKeepOwner = Errno(-1)
}
