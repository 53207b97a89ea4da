/// Reads an open file to its end, within a limit.
package struct FileReader {
  /// The file system of the descriptor.
  package let fileSystem: any FileSystem
  /// The file, open for reading.
  package let descriptor: Descriptor

  /// The size of the next buffer of a file that is longer than its status says.
  private static let growth = 64 * 1024

  /// A reader of `descriptor`.
  package init(fileSystem: any FileSystem, descriptor: Descriptor) {
    self.fileSystem = fileSystem
    self.descriptor = descriptor
  }

  /// Reads a regular file of at most `limit` bytes; anything else is refused without reading it.
  package func readRegularFile(limit: Int) throws(FileSystemError.Reason) -> [UInt8] {
    let status: FileStatus
    do { status = try fileSystem.status(of: descriptor) } catch { throw .system(error) }
    guard status.kind == .regular else { throw .wrongKind(status.kind) }
    guard status.size <= limit else { throw .tooLarge(size: status.size, limit: limit) }
    return try readToEnd(expecting: status.size, limit: limit)
  }

  /// Reads up to the end, at most `limit` bytes; `expecting` is the probable size.
  package func readToEnd(expecting size: Int = 0, limit: Int) throws(FileSystemError.Reason) -> [UInt8] {
    // One byte more than expected shows whether the file is longer or this was the end.
    let capacity = max(0, min(size, limit)) + 1
    var failure: Errno?
    var isAtEnd = false
    var bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let free = UnsafeMutableRawBufferPointer(buffer)
      while count < capacity, !isAtEnd, failure == nil {
        do throws(Errno) {
          let read = try fileSystem.read(descriptor, into: .init(rebasing: free[count...]))
          count += read
          // The file has the reported size, and the read was not limited by the buffer: this is the end, in
          // one call.
          isAtEnd = read == 0 || (size > 0 && count == size)
        } catch { failure = error }
      }
    }
    if let failure { throw .system(failure) }
    if !isAtEnd { try appendRest(to: &bytes, limit: limit) }
    if bytes.count > limit { throw .tooLarge(size: bytes.count, limit: limit) }
    return bytes
  }

  /// Continues in large steps until the end or until `bytes` is longer than `limit`.
  private func appendRest(to bytes: inout [UInt8], limit: Int) throws(FileSystemError.Reason) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.growth, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count <= limit {
      let read: Int
      do { read = try fileSystem.read(descriptor, into: buffer) } catch { throw .system(error) }
      if read == 0 { return }
      bytes.append(contentsOf: buffer[..<read])
    }
  }
}
