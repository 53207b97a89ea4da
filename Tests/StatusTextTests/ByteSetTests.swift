import StatusText
import Testing

@Suite struct ByteSetTests {
  @Test("a set holds its bytes and no others")
  func contents() {
    let bytes: [UInt8] = [0, 63, 64, 127, 128, 191, 192, 255]
    let set = ByteSet(bytes)
    #expect((UInt8.min...UInt8.max).filter(set.contains) == bytes)
    #expect(!(UInt8.min...UInt8.max).contains(where: ByteSet([]).contains))
  }
}
