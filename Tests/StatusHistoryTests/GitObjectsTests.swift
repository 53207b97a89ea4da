import Glibc
import StatusTestSupport
import Testing

@testable import StatusHistory

@Suite(.timeLimit(.minutes(1)))
struct GitObjectsTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  private func objects(_ fixture: GitFixture) throws -> GitObjects {
    GitObjects(try GitProgram(GitFixture.variable), in: fixture.path)
  }

  private func text(_ answer: GitObjects.Answer?) -> String? {
    if case .object(let object) = answer { String(decoding: object.bytes, as: UTF8.self) } else { nil }
  }

  private func id(_ name: String, _ objects: GitObjects) throws -> ObjectID {
    guard case .object(let object) = try objects.object(name, limit: 1 << 20) else {
      throw GitError.missingObject(name)
    }
    return object.id
  }

  @Test func whatWasAskedFirstIsAnsweredWhenever() throws {
    let fixture = try GitFixture()
    for name in ["a", "b", "c"] { try fixture.write("text of \(name)", to: name) }
    try fixture.commit()
    let objects = try objects(fixture)
    let ids = try ["a", "b", "c"].map { try id("HEAD:\($0)", objects) }
    let first = try objects.ask(for: [ids[0], ids[1]], limit: 1 << 20)
    let second = try objects.ask(for: [ids[2]], limit: 1 << 20)
    #expect(text(try objects.object("HEAD:b", limit: 1 << 20)) == "text of b")
    #expect(try objects.answers(to: second).map(text) == ["text of c"])
    #expect(try objects.answers(to: first).map(text) == ["text of a", "text of b"])
  }

  @Test func askingForNothingIsAnswered() throws {
    let fixture = try GitFixture()
    try fixture.write("text", to: "a")
    try fixture.commit()
    let objects = try objects(fixture)
    #expect(try objects.objects([], limit: 1 << 20).isEmpty)
    #expect(text(try objects.object("HEAD:a", limit: 1 << 20)) == "text")
  }
}
