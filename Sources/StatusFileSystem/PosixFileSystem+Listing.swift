import CSystemShims
import Glibc

extension PosixFileSystem {
  /// Enough for the directory of a task in one call, and for twenty thousand names in about thirty.
  private static let listingBufferSize = 32 * 1024

  /// Offsets in a directory record (getdents(2), `struct linux_dirent64`).
  private enum Record {
    static let length = 16
    static let type = 18
    static let name = 19
  }

  package func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry] {
    // fdopendir(3) and readdir(3) would need four more calls for each directory.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.listingBufferSize, alignment: 8)
    defer { buffer.deallocate() }
    guard let base = buffer.baseAddress else { throw Errno(ENOMEM) }
    var entries: [DirectoryEntry] = []
    while true {
      let filled = try Self.retry { shim_getdents64(descriptor.rawValue, base, buffer.count) }
      if filled == 0 { return entries }
      Self.append(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), of: descriptor, to: &entries)
    }
  }

  private static func append(
    _ records: UnsafeRawBufferPointer, of directory: Descriptor, to entries: inout [DirectoryEntry]
  ) {
    var position = 0
    while position + Record.name < records.count {
      let length = Int(records.loadUnaligned(fromByteOffset: position + Record.length, as: UInt16.self))
      // The kernel never returns a record shorter than its header; with such a record this loop would never
      // end.
      guard length > Record.name, position + length <= records.count else { return }
      let field = records[(position + Record.name)..<(position + length)]
      let name = UnsafeRawBufferPointer(rebasing: field.prefix { $0 != 0 })
      if !isDotOrDotDot(name) {
        let type = records[position + Record.type]
        entries.append(entry(name, type: type, in: directory))
      }
      position += length
    }
  }

  private static func isDotOrDotDot(_ name: UnsafeRawBufferPointer) -> Bool {
    let dot = UInt8(ascii: ".")
    return (name.count == 1 || name.count == 2) && name.allSatisfy { $0 == dot }
  }

  private static func entry(
    _ name: UnsafeRawBufferPointer, type: UInt8, in directory: Descriptor
  ) -> DirectoryEntry {
    let name = name.withMemoryRebound(to: UInt8.self) { FileName.decode($0) }
    var kind = FileKind(directoryRecordType: type)
    if kind == .unknown {
      // Some file systems do not store the kind. A name that has been removed in the meantime stays unknown.
      let status = try? PosixFileSystem().status(name, at: directory, followingLinks: false)
      kind = status?.kind ?? .unknown
    }
    return DirectoryEntry(name: name, kind: kind)
  }
}
