import StatusModel
import StatusTestSupport
import Testing

/// What follows the word Phase.
struct PhaseNumberTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var label: String
    var major: Int?
    var upper: Int?
    var isSubPhase: Bool
    var testDescription: String { text }

    init(_ text: String, _ label: String, _ major: Int?, _ upper: Int? = nil, sub: Bool = false) {
      self.text = text
      self.label = label
      self.major = major
      self.upper = upper
      isSubPhase = sub
    }
  }

  static let examples: [Example] = [
    Example("1: Setup", "1", 1), Example("0: Before", "0", 0), Example("12", "12", 12),
    Example("007:", "007", 7),
    Example("1", "1", 1), Example("1.", "1", 1), Example("1 - Setup", "1", 1), Example("1—Setup", "1", 1),
    Example("1- Setup", "1", 1), Example("1**: x", "1", 1), Example("1 [COMPLETED]", "1", 1),
    Example("1/2", "1", 1),
    Example("1-Setup: x", "1", 1), Example("9999", "9999", 9999), Example("1,", "1", 1),
    Example("3(b)", "3", 3),
    Example("1.2: x", "1.2", 1, sub: true), Example("1.2.3:", "1.2.3", 1, sub: true),
    Example("1.2.", "1.2", 1, sub: true),
    Example("6A: x", "6A", 6, sub: true), Example("2a: x", "2a", 2, sub: true),
    Example("6A.1", "6A.1", 6, sub: true),
    Example("6A1", "6A1", 6, sub: true), Example("6.1a", "6.1a", 6, sub: true),
    Example("4C-fix: x", "4C-fix", 4, sub: true),
    Example("4-fix: x", "4-fix", 4, sub: true), Example("4-1: x", "4-1", 4, sub: true),
    Example("0-4: x", "0-4", 0, 4), Example("1–3: x", "1–3", 1, 3), Example("1-1", "1-1", 1, 1),
    Example("6A-6C: x", "6A-6C", 6, 6, sub: true), Example("2-3b", "2-3b", 2, 3),
    Example("CF-1: x", "CF-1", nil), Example("B1: x", "B1", nil), Example("B1.2", "B1.2", nil),
    Example("A: x", "A", nil),
    Example("B12 x", "B12", nil),
  ]

  @Test("numbers are read with what hangs on them", arguments: examples)
  func reads(example: Example) throws {
    let (number, length) = try #require(PhaseNumber.read(example.text))
    #expect(number.label == example.label)
    #expect(length == example.label.utf8.count)
    #expect(number.major == example.major)
    #expect(number.upper == example.upper)
    #expect(number.isSubPhase == example.isSubPhase)
    #expect(number.majors == example.major.map { $0...(example.upper ?? $0) })
    #expect(PhaseNumber.read(example.label)?.number == number)
  }

  @Test(
    "what begins otherwise is no number",
    arguments: [
      "", " 1", "Dependencies", "Testing", "1st", "10000", "12345: x", "1xy2", "1_2", "one", "-1", ".1", "#1",
      "AB", "ABCDE-1",
      "a: x", "A1xy", "I_1", "1abc", "[1]", "é", "1-2xy", "B_1",
    ])
  func refuses(text: String) {
    #expect(PhaseNumber.read(text) == nil)
  }

  private func number(_ text: String) throws -> PhaseNumber { try #require(PhaseNumber.read(text)).number }

  @Test("the order is that of a document")
  func isOrdered() throws {
    let labels = [
      "0", "0-4", "1", "1.1", "1.2", "1.2.1", "1.10", "1A", "1A.1", "1b", "1C", "1C-fix", "2", "2-3", "2-fix",
      "4-1", "10", "11",
      "A", "B1", "B2", "B10", "CF-1",
    ]
    let numbers = try labels.map { try number($0) }
    for (place, one) in numbers.enumerated() {
      for (other, another) in numbers.enumerated() {
        #expect((one < another) == (place < other), "\(one.label) \(another.label)")
        #expect((one == another) == (place == other), "\(one.label) \(another.label)")
      }
    }
    var random = SplitMix64(seed: 6)
    #expect(numbers.shuffled(using: &random).sorted().map(\.label) == labels)
  }

  @Test("spellings of one number are equal")
  func spellings() throws {
    for (one, other) in [("6A", "6a"), ("1", "01"), ("1.2", "1.02"), ("1-3", "1–3"), ("CF-1", "CF1")] {
      #expect(try number(one) == number(other))
      #expect(try number(one).hashValue == number(other).hashValue)
    }
    for (one, other) in [("6A", "6.1"), ("1", "1-1"), ("4C", "4C-fix"), ("B1", "1"), ("A", "B")] {
      #expect(try number(one) != number(other))
    }
  }

  @Test("a sub-phase is part of its phase")
  func parts() throws {
    let parts = [
      ("6B", "6"), ("6.1", "6"), ("6A.1", "6A"), ("6A.1", "6"), ("4C-fix", "4"), ("4C-fix", "4C"),
      ("2.1", "1-3"), ("4-1", "4"),
    ]
    for (part, whole) in parts {
      #expect(try number(part).isPart(of: number(whole)), "\(part) \(whole)")
      #expect(try !number(whole).isPart(of: number(part)), "\(whole) \(part)")
    }
    let others = [
      ("6", "6"), ("6B", "6A"), ("6B", "7"), ("1", "0-4"), ("B1", "1"), ("6A", "6A"), ("6B.1", "6A"),
      ("CF-1", "CF-2"),
    ]
    for (part, whole) in others {
      #expect(try !number(part).isPart(of: number(whole)), "\(part) \(whole)")
    }
  }

  @Test("any bytes are read without a fault")
  func survivesAnyBytes() {
    var random = SplitMix64(seed: 66)
    let alphabet = Array("0123456789ABab.-_ –:".utf8)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...8, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      guard let (number, length) = bytes.withUnsafeBufferPointer({ PhaseNumber.read($0) }) else { continue }
      #expect(length <= count)
      #expect(number.label == String(decoding: bytes[..<length], as: UTF8.self))
    }
  }

  @Test func partsInWords() throws {
    for one in ["1, Part I", "1 (Part one)", "1 Part 1"] {
      #expect(try number(one) == number("1.1"), "\(one)")
    }
    #expect(try number("1, Part I") < number("1, Part II"))
    #expect(try number("1, Part B") == number("1B"))
  }

  @Test(
    "what the whole of a text numbers",
    arguments: [("2", 2...2), ("6A", 6...6), ("0-4", 0...4), ("2, 3 and 4", 2...4), ("3 & 4", 3...4)])
  func whole(_ text: String, _ majors: ClosedRange<Int>) {
    #expect(PhaseNumber.whole(text)?.majors == majors)
  }

  @Test("other texts number nothing as a whole", arguments: ["", "2:", "2 and 4", "two", "2, 3 and more"])
  func notWhole(_ text: String) { #expect(PhaseNumber.whole(text) == nil) }
}
