import Glibc
import StatusFileSystem
import StatusTestSupport
import Synchronization
import Testing

@testable import StatusCLI

/// The line that says how many files were read.
struct ReadingProgressTests {
  /// What is written to a pseudo-terminal, or to a file, when `files` are read, each `seconds` after the last one.
  private func written(files: Int, seconds: Double, toTerminal: Bool = true, quiet: Bool = false) throws
    -> String
  {
    // What posix_openpt(3), unlockpt(3) and ptsname(3) do.
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var number: UInt32 = 0
    var isLocked: Int32 = 0
    try #require(
      ioctl(terminal, Self.unlock, &isLocked) == 0 && ioctl(terminal, Self.getNumber, &number) == 0)
    let name = "/dev/pts/\(number)"
    let directory = try TemporaryDirectory()
    try directory.write("", to: "file")
    let output = open(toTerminal ? name : "\(directory.path)/file", O_RDWR | O_NOCTTY)
    try #require(output >= 0)
    defer { close(output) }
    let clock = Clock()
    var surroundings = try Surroundings.process()
    surroundings.standardError = OutputStream(Descriptor(output), name: "terminal")
    surroundings.variable = { _ in nil }
    surroundings.elapsed = { clock.time.withLock { $0 } }
    var common = CommonOptions()
    common.quiet = quiet
    let progress = ReadingProgress(Console(surroundings: surroundings, common: common))
    for _ in 0..<files {
      clock.time.withLock { $0 += seconds }
      progress?.didRead()
    }
    progress?.end()
    // A mark, so that there is something to read.
    write(output, "$", 1)
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = toTerminal ? read(terminal, &buffer, buffer.count) : pread(output, &buffer, buffer.count, 0)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
  }

  private static let unlock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private final class Clock: Sendable {
    let time = Mutex(0.0)
  }

  @Test func aLongRunShowsOneLineAndRemovesIt() throws {
    let text = try written(files: 30, seconds: 0.05)
    #expect(
      text.hasPrefix("\r\u{1B}[Kstatuslint: 20 files read\r\u{1B}[Kstatuslint: 22 files read"), "\(text)")
    #expect(text.hasSuffix("\r\u{1B}[K$") && !text.contains("\n"))
  }

  @Test func nothingElseIsShown() throws {
    #expect(try written(files: 900, seconds: 0.001) == "$")
    #expect(try written(files: 30, seconds: 0.05, toTerminal: false) == "$")
    #expect(try written(files: 30, seconds: 0.05, quiet: true) == "$")
  }
}
