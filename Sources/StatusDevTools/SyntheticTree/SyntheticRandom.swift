/// Seeded random numbers (SplitMix64; Steele, Lea and Flood, 2014): the same seed gives the same tree everywhere.
struct SyntheticRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The numbers of one thing among many, so that each can be made without those before it.
  init(seed: UInt64, thing: Int, purpose: UInt64) {
    state = seed ^ (UInt64(truncatingIfNeeded: thing) &* 0xD134_2543_DE82_EF95) ^ (purpose << 56)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `range`, which must not be empty. Slightly uneven for huge ranges, which does not matter here;
  /// the standard library promises no sequence across its versions.
  mutating func number(in range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// An element of `choices`, which must not be empty.
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(in: 0..<choices.count)] }

  /// True `percent` times out of a hundred.
  mutating func chance(_ percent: Int) -> Bool { number(in: 0..<100) < percent }
}
