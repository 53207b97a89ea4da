import Foundation
import StatusTestSupport
import Testing

/// The texts that the program contains are those of the files that they are written from.
struct EmbeddedTextTests {
  @Test func theSourcesAreInStep() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "\(Project.directory)/scripts/embed", "--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run scripts/embed")
  }
}
