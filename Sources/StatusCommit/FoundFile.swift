import StatusFileSystem

/// What exists under a name.
enum FoundFile {
  /// Nothing.
  case missing
  /// Something that is not a regular file.
  case other(FileKind)
  /// A file, with its bytes.
  case file([UInt8], FileStatus)

  /// The bytes, if it is a file.
  var bytes: [UInt8]? {
    if case .file(let bytes, _) = self { bytes } else { nil }
  }

  /// Whether it is a file with these bytes.
  func isSame(as other: [UInt8]) -> Bool { bytes?.isSame(as: other) ?? false }

  /// Whether nothing exists.
  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

extension OpenDirectory {
  /// What exists under `name`. A link is not followed and does not count as a file.
  func find(_ name: String, in fileSystem: any FileSystem) throws(Errno) -> FoundFile {
    let file: Descriptor
    do {
      file = try fileSystem.open(name, at: descriptor, for: .reading)
    } catch .noSuchFile {
      return .missing
    } catch {
      if let status = try? fileSystem.status(name, at: descriptor, followingLinks: false),
        status.kind != .regular
      {
        return .other(status.kind)
      }
      throw error
    }
    defer { fileSystem.close(file) }
    let status = try fileSystem.status(of: file)
    guard status.kind == .regular else { return .other(status.kind) }
    do {
      let reader = FileReader(fileSystem: fileSystem, descriptor: file)
      return .file(try reader.readToEnd(expecting: status.size, limit: .max - 1), status)
    } catch .system(let errno) {
      throw errno
    } catch {
      throw .ioError
    }
  }
}
