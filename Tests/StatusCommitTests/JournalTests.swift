import StatusTestSupport
import Testing

@testable import StatusCommit

/// A journal reads back as it was written, and nothing else reads as a journal.
struct JournalTests {
  private static let sample = Journal(
    transaction: "0123456789abcdef", command: "check --fix", time: "2026-01-15T12:00:00Z", machine: "m",
    device: 7,
    inode: 9, exchanges: true, directories: ["002_x", "002_x/plans"],
    files: [
      Journal.File(
        path: "TODO.md", stage: ".statuslint-0123456789abcdef-0",
        former: Journal.Former(
          bytes: Array("a\nend 0\n\0\u{FF}".utf8), permissions: 0o640, owner: 3, group: 4),
        newSize: 12, newHash: ContentHash([1, 2]).value),
      Journal.File(
        path: "002_x/plans/a\nb.md", stage: ".statuslint-0123456789abcdef-1", former: nil, newSize: 0,
        newHash: 0),
      Journal.File(
        path: "state.json", stage: ".statuslint-0123456789abcdef-2",
        former: Journal.Former(bytes: [], permissions: 0, owner: .max, group: 0), newSize: .max, newHash: .max
      ),
    ])

  @Test func itReadsBackAsWritten() {
    #expect(JournalReader.journal(Self.sample.encoded) == Self.sample)
  }

  @Test func everyCutIsNoticed() {
    let bytes = Self.sample.encoded
    for count in bytes.indices { #expect(JournalReader.journal(Array(bytes[..<count])) == nil) }
    #expect(JournalReader.journal(bytes + [0]) == nil)
  }

  @Test func everyChangedByteIsNoticed() {
    let bytes = Self.sample.encoded
    for index in bytes.indices {
      for change: UInt8 in [1, 0x20, 0x80] {
        var changed = bytes
        changed[index] ^= change
        #expect(JournalReader.journal(changed) == nil)
      }
    }
  }

  @Test func zeroesAndNoiseAreNoJournal() {
    var random = SplitMix64(seed: 4)
    for count in [0, 1, 100, 10_000] {
      #expect(JournalReader.journal([UInt8](repeating: 0, count: count)) == nil)
      #expect(
        JournalReader.journal((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }) == nil)
    }
  }

  /// A forged journal, even with a correct hash, cannot change a file outside the root.
  @Test(arguments: ["/etc/passwd", "../up.md", "a/../../b", ".", "a//b", ".statuslint.journal", "x\0y"])
  func pathsOutOfTheRootAreRefused(path: String) {
    var journal = Self.sample
    journal.files[0].path = path
    #expect(JournalReader.journal(journal.encoded) == nil)
    journal = Self.sample
    journal.directories = [path]
    #expect(JournalReader.journal(journal.encoded) == nil)
  }

  @Test(arguments: [
    "TODO.md", ".statuslint-0123456789abcdef-", ".statuslint-fedcba9876543210-0",
    "a/.statuslint-0123456789abcdef-0",
  ])
  func aStageOfAnotherTransactionIsRefused(stage: String) {
    var journal = Self.sample
    journal.files[0].stage = stage
    #expect(JournalReader.journal(journal.encoded) == nil)
  }

  @Test func lineEndsInTextsForPeopleDoNotBreakIt() {
    var journal = Self.sample
    journal.command = "update\nend\r\n"
    #expect(JournalReader.journal(journal.encoded)?.command == "update end  ")
  }

  @Test(arguments: [String(repeating: "\u{301}", count: 9000), "\u{301}", "", "\u{2028}\u{B}"])
  func noTextForPeopleBreaksIt(text: String) {
    var journal = Self.sample
    journal.command = text
    #expect(JournalReader.journal(journal.encoded)?.files == journal.files)
  }

  /// A forged journal may have a correct hash.
  @Test(arguments: [
    ("root 7 9", "root 07 9"), ("root 7 9", "root +7 9"), ("machine m", "machine m\u{B}"),
    ("directory 5", "directory 05"), (" 640 3 4 ", " 0640 3 4 "), (" 0 0\n", " 0 00\n"),
    ("ffffffffffffffff", "FFFFFFFFFFFFFFFF"),
  ])
  func anotherSpellingIsRefused(ours: String, other: String) throws {
    // Everything before the line of the hash.
    let bytes = Self.sample.encoded.dropLast().lastIndex(of: UInt8(ascii: "\n")).map {
      Array(Self.sample.encoded[...$0])
    }
    let text = try #require(bytes)
    #expect(JournalReader.journal(Self.sealed(text)) == Self.sample)
    let changed = Self.replacing(ours, with: other, in: text)
    #expect(changed != text)
    #expect(JournalReader.journal(Self.sealed(changed)) == nil)
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    bytes + Array("end \(ContentHash(bytes).digits)\n".utf8)
  }

  private static func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8] {
    let old = Array(old.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else { return bytes }
    return bytes[..<start] + Array(new.utf8) + bytes[(start + old.count)...]
  }
}
