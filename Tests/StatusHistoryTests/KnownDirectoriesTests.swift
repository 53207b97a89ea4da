import Testing

@testable import StatusHistory

/// Directories that are kept between commits.
@Suite struct KnownDirectoriesTests {
  private func id(_ digit: UInt8) -> ObjectID { ObjectID(bytes: [UInt8](repeating: digit, count: 20)[...]) }

  private func directory(_ names: Int) throws -> TreeObject {
    let entries = (0..<names).flatMap { Array("100644 \($0)\0".utf8) + [UInt8](repeating: 1, count: 20) }
    return try #require(TreeObject(entries, idLength: 20))
  }

  @Test("what is too much is forgotten, and the latest is known")
  func limit() throws {
    let known = KnownDirectories(limit: 3)
    for number: UInt8 in 1...3 { known.keep(try directory(2), id(number)) }
    #expect(known[id(1)] == nil && known[id(2)] == nil && known[id(3)]?.entries.count == 2)
    let all = KnownDirectories()
    for number: UInt8 in 1...3 { all.keep(try directory(2), id(number)) }
    #expect(all[id(1)] != nil)
  }
}
