import Glibc
import StatusTestSupport
import Testing

@testable import StatusFileSystem

@Suite struct ErrnoTests {
  @Test func textsAreEnglishAndBeginSmall() {
    #expect(Errno.permissionDenied.text == "permission denied")
    #expect(Errno(EIO).text == "input/output error")
    #expect(Errno(73).text == "RFS specific error")
    #expect(Errno(99_999).text == "error 99999")
  }

  @Test func anInterruptedCallIsMadeAgain() throws {
    var results: [(Int32, Int)] = [(EINTR, -1), (EINTR, -1), (0, 7)]
    let result = try PosixFileSystem.retry { () -> Int in
      let (number, result) = results.removeFirst()
      errno = number
      return result
    }
    #expect(result == 7)
    #expect(throws: Errno.permissionDenied) {
      try PosixFileSystem.retry { () -> Int32 in
        errno = EACCES
        return -1
      }
    }
  }
}
