import StatusText
import Testing

struct ZeroPaddingTests {
  @Test(arguments: [(0, 3, "000"), (7, 3, "007"), (123, 3, "123"), (1234, 3, "1234"), (5, 0, "5")])
  func decimal(number: Int, width: Int, expected: String) {
    #expect(number.zeroPadded(to: width) == expected)
  }

  @Test func otherRadixes() {
    #expect(UInt8(0x0A).zeroPadded(to: 2, radix: 16) == "0a")
    #expect(UInt8(0x0A).zeroPadded(to: 4, radix: 16, uppercase: true) == "000A")
    #expect(UInt8(7).zeroPadded(to: 3, radix: 8) == "007")
    #expect(UInt64.max.zeroPadded(to: 16, radix: 16) == "ffffffffffffffff")
  }
}
