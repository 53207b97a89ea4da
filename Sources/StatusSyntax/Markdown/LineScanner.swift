import Glibc
import StatusText

/// Splits bytes into lines at LF, CR LF and lone CR (CommonMark 2.1).
struct LineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next position of each line ending at or after `next`. Cached, so that a file without one of them is
  /// searched once.
  private var lineFeed: Int
  private var carriageReturn: Int

  /// The first byte of the line.
  private(set) var start: Int
  /// The offset after its last byte, without its line ending.
  private(set) var end: Int
  /// The first byte of the next line.
  private(set) var next: Int

  /// A scanner positioned before the line that begins at `start`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.start = start
    end = start
    next = start
    lineFeed = Self.find(ASCII.lineFeed, in: bytes, from: start)
    carriageReturn = Self.find(ASCII.carriageReturn, in: bytes, from: start)
  }

  /// Moves to the next line; false at the end of the file. There is no empty line after a final line ending.
  @inline(__always)
  mutating func advance() -> Bool {
    guard next < bytes.count else { return false }
    start = next
    if lineFeed < start { lineFeed = Self.find(ASCII.lineFeed, in: bytes, from: start) }
    if carriageReturn < start { carriageReturn = Self.find(ASCII.carriageReturn, in: bytes, from: start) }
    end = min(lineFeed, carriageReturn)
    next = min(end + (carriageReturn + 1 == lineFeed ? 2 : 1), bytes.count)
    return true
  }

  /// The offset of the next `byte`, or the number of bytes.
  private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress else { return bytes.count }
    guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
