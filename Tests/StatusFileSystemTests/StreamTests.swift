import Glibc
import StatusFileSystem
import StatusRuntime
import StatusTestSupport
import Testing

@Suite struct StreamTests {
  /// A pipe's two ends.
  private func makePipe() throws -> (reader: Int32, writer: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func everythingArrivesThoughThePipeIsFull() throws {
    let (reader, writer) = try makePipe()
    // As a terminal is after another process has changed it.
    try #require(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let results = Parallel.map(count: 2, jobs: 2, serialBelow: 0) { index -> [UInt8] in
      if index == 0 {
        defer { close(writer) }
        _ = try? OutputStream(Descriptor(writer), name: "test").write(bytes)
        return []
      }
      defer { close(reader) }
      return (try? StandardInput(Descriptor(reader)).readAll(limit: 2_000_000)) ?? []
    }
    #expect(results[1] == bytes)
  }

  @Test func aReaderThatHasGoneIsNoError() throws {
    OutputStream.ignoreBrokenPipes()
    let (reader, writer) = try makePipe()
    defer { close(writer) }
    let stream = OutputStream(Descriptor(writer), name: "test")
    #expect(try stream.write("findings") == .written)
    close(reader)
    #expect(try stream.write("more findings") == .readerGone)
    #expect(try stream.write("") == .written)
  }

  @Test func otherFaultsAreErrors() throws {
    let full = try PosixFileSystem().open("/dev/full", at: nil, for: .appending)
    defer { PosixFileSystem().close(full) }
    let error = try #require(throws: FileSystemError.self) {
      try OutputStream(full, name: "standard output").write([1])
    }
    #expect(error.message == "cannot write standard output: no space left on device")
  }

  @Test func inputHasALimit() throws {
    for (count, isAllowed) in [(0, true), (9, true), (10, true), (11, false), (50_000, false)] {
      let (reader, writer) = try makePipe()
      try OutputStream(Descriptor(writer), name: "test").write([UInt8](repeating: 1, count: count))
      close(writer)
      let input = StandardInput(Descriptor(reader))
      if isAllowed {
        #expect(try input.readAll(limit: 10).count == count)
      } else {
        let error = #expect(throws: FileSystemError.self) { try input.readAll(limit: 10) }
        #expect(error?.path == "standard input")
      }
      close(reader)
    }
  }
}
