import StatusFileSystem
import StatusTestSupport
import Testing

@testable import StatusProperties

/// What holds for any bytes, on inputs that the fuzzer begins with and on those that it found.
struct PropertyTests {
  @Test("it holds for every known input", arguments: Property.allCases)
  func knownInputs(property: Property) throws {
    let directory = "\(Project.directory)/Tests/StatusPropertiesTests/Inputs/\(property.rawValue)"
    let names = try Directory(opening: directory).list(".").map(\.name).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try FileBytes.read("\(directory)/\(name)")
      #expect(property.violation(bytes) == nil, "\(property.rawValue)/\(name)")
    }
  }

  @Test(
    "a journal that leaves its root would be noticed",
    arguments: ["/a", "../a", "a/../b", "a//b", "", "a\0b"])
  func journalsOutOfTheRoot(path: String) {
    #expect(JournalProperty.leavesRoot(path))
    #expect(!JournalProperty.leavesRoot("a/b.md"))
  }
}
