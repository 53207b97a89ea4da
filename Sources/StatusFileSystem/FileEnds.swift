/// How a regular file begins and ends, without the rest of it.
package struct FileEnds: Sendable, Equatable {
  /// Its first bytes; all of them if it is short.
  package let start: [UInt8]
  /// Its last byte; nil if it is empty.
  package let last: UInt8?

  /// Looks at at most `count` bytes of the file at `path`, with links resolved; nil for anything that is not a regular
  /// file, which is not opened.
  package init?(of path: String, first count: Int, in fileSystem: any FileSystem) throws(Errno) {
    guard try fileSystem.status(path, at: nil, followingLinks: true).kind == .regular else { return nil }
    let file = try fileSystem.open(try fileSystem.realPath(path), at: nil, for: .reading)
    defer { fileSystem.close(file) }
    let size = try fileSystem.status(of: file).size
    func bytes(at offset: Int, count: Int) throws(Errno) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: count)
      var failure: Errno?
      let read = bytes.withUnsafeMutableBytes { buffer -> Int in
        do throws(Errno) { return try fileSystem.read(file, at: offset, into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      return Array(bytes.prefix(read))
    }
    start = try bytes(at: 0, count: count)
    last = size == 0 ? nil : try bytes(at: size - 1, count: 1).first
  }
}
