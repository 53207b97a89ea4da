import Glibc
import StatusTestSupport

/// Files by paths of any bytes.
enum RawFiles {
  static func makeDirectory(_ path: [UInt8]) throws { try call("mkdir", path) { mkdir($0, 0o755) } }
  static func makeFIFO(_ path: [UInt8]) throws { try call("mkfifo", path) { mkfifo($0, 0o644) } }

  static func rename(_ source: [UInt8], to destination: [UInt8]) throws {
    try call("rename", source) { source in
      var result: CInt = -1
      TemporaryDirectory.withCString(destination) { result = Glibc.rename(source, $0) }
      return result
    }
  }

  static func read(_ path: [UInt8]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try call("open", path) { path in
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return -1 }
      defer { close(file) }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      while case let count = Glibc.read(file, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
      return 0
    }
    return bytes
  }

  private static func call(_ name: String, _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> CInt) throws {
    var failure: CInt = 0
    TemporaryDirectory.withCString(path) { if body($0) != 0 { failure = errno } }
    if failure != 0 {
      throw TemporaryDirectory.Failure(
        call: name, path: String(decoding: path, as: UTF8.self), errno: failure)
    }
  }
}
