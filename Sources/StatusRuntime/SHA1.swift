import CSystemShims

/// The hash SHA-1 (RFC 3174), by which git names what it keeps. It does not protect against someone who makes collisions.
package struct SHA1 {
  /// Five words; the others are not used.
  private var state = SIMD8<UInt32>(
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0, 0, 0, 0)

  private static let blockSize = 64

  private let usesInstructions: Bool

  private init(usesInstructions: Bool) { self.usesInstructions = usesInstructions }

  /// The hash of `head` and `body`, one after the other: 20 bytes. The processor's instructions for it take a quarter of the
  /// time.
  package static func hash(_ head: [UInt8], _ body: [UInt8], usesInstructions: Bool = true) -> [UInt8] {
    var hash = SHA1(usesInstructions: usesInstructions)
    // The beginning of the message is copied until a block of the body begins at a whole block.
    let copied = min(body.count, (blockSize - head.count % blockSize) % blockSize)
    let start = head + body[..<copied]
    let whole = start.count / blockSize * blockSize
    hash.add(start[..<whole])
    let end = copied + (body.count - copied) / blockSize * blockSize
    hash.add(body[copied..<end])
    hash.add(padded(start[whole...] + body[end...], length: head.count + body.count))
    return hash.bytes
  }

  /// What is left of a message, with the bits that end it: a one, zeros and the `length` in bytes.
  private static func padded(_ rest: ArraySlice<UInt8>, length: Int) -> ArraySlice<UInt8> {
    var bytes = Array(rest) + [0x80]
    while bytes.count % blockSize != blockSize - 8 { bytes.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: (length * 8) >> shift))
    }
    return bytes[...]
  }

  private var bytes: [UInt8] {
    (0..<5).flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: state[word] >> $0) } }
  }

  /// Adds whole blocks.
  private mutating func add(_ blocks: ArraySlice<UInt8>) {
    blocks.withUnsafeBytes { bytes in
      if !usesInstructions || !addByInstructions(bytes) { addByWords(bytes) }
    }
  }

  private mutating func addByInstructions(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let blocks = bytes.bindMemory(to: UInt8.self).baseAddress else { return true }
    return withUnsafeMutableBytes(of: &state) { state in
      guard let words = state.bindMemory(to: UInt32.self).baseAddress else { return false }
      return shim_sha1(words, blocks, bytes.count / Self.blockSize)
    }
  }

  private mutating func addByWords(_ bytes: UnsafeRawBufferPointer) {
    var state = state
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { words in
      for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
        for index in 0..<16 {
          words[index] = UInt32(
            bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ 4 &* index, as: UInt32.self))
        }
        for index in 16..<80 {
          let mixed = words[index &- 3] ^ words[index &- 8] ^ words[index &- 14] ^ words[index &- 16]
          words[index] = Self.rotated(mixed, by: 1)
        }
        state = state &+ Self.mixed(words, from: state)
      }
    }
    self.state = state
  }

  /// The state after the 80 rounds of a block.
  private static func mixed(_ words: UnsafeMutableBufferPointer<UInt32>, from state: SIMD8<UInt32>)
    -> SIMD8<UInt32>
  {
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    func step(_ chosen: UInt32, _ constant: UInt32, _ round: Int) {
      let sum = rotated(a, by: 5) &+ chosen &+ e &+ words[round] &+ constant
      (e, d, c, b, a) = (d, c, rotated(b, by: 30), a, sum)
    }
    for round in 0..<20 { step(d ^ (b & (c ^ d)), 0x5A82_7999, round) }
    for round in 20..<40 { step(b ^ c ^ d, 0x6ED9_EBA1, round) }
    for round in 40..<60 { step((b & c) | (d & (b | c)), 0x8F1B_BCDC, round) }
    for round in 60..<80 { step(b ^ c ^ d, 0xCA62_C1D6, round) }
    return SIMD8(a, b, c, d, e, 0, 0, 0)
  }

  private static func rotated(_ word: UInt32, by bits: UInt32) -> UInt32 {
    word &<< bits | word &>> (32 &- bits)
  }
}
