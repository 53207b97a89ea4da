import CSystemShims
import Glibc

extension PosixFileSystem {
  package func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Descriptor) throws(Errno) {
    _ = try Self.retry { fchown(descriptor.rawValue, owner, group) }
  }

  package func attributeNames(of descriptor: Descriptor) throws(Errno) -> [String] {
    let list = try Self.grown { buffer, size in
      flistxattr(descriptor.rawValue, buffer?.assumingMemoryBound(to: CChar.self), size)
    }
    // Each name ends in a NUL.
    return list.split(separator: 0).map { name in
      Array(name).withUnsafeBufferPointer { FileName.decode($0) }
    }
  }

  package func attribute(_ name: String, of descriptor: Descriptor) throws(Errno) -> [UInt8] {
    try Self.grown { buffer, size in
      FileName.withCPath(name) { fgetxattr(descriptor.rawValue, $0, buffer, size) } ?? -1
    }
  }

  package func setAttribute(_ name: String, to value: [UInt8], of descriptor: Descriptor) throws(Errno) {
    _ = try Self.call(name) { fsetxattr(descriptor.rawValue, $0, value, value.count, 0) }
  }

  /// The bytes that `call` writes to a buffer, which may grow between asking for its size and reading it.
  private static func grown(
    _ call: (UnsafeMutableRawPointer?, Int) -> Int
  ) throws(Errno) -> [UInt8] {
    while true {
      let size = try retry { call(nil, 0) }
      if size == 0 { return [] }
      var failure: Errno?
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let filled = call(buffer.baseAddress, size)
        if filled < 0 { failure = .last } else { count = filled }
      }
      guard let failure else { return bytes }
      if failure != .tooSmall { throw failure }
    }
  }
}
