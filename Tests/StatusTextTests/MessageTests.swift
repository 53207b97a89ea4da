import StatusText
import Testing

@Suite struct MessageTests {
  /// Text that would end the line, color it or turn it around.
  private let hostile = "a\u{1B}[31m\n\u{202E}b"

  @Test func `text between literals is escaped`() {
    let message: Message = "task 1: \(hostile)"
    #expect(message.shown == #"task 1: a\u{1B}[31m\u{A}\u{202E}b"#)
    #expect(("\(hostile.dropFirst())" as Message).shown == #"\u{1B}[31m\u{A}\u{202E}b"#)
  }

  @Test func `a literal is taken as it is`() {
    #expect(("first\nsecond\n" as Message).shown == "first\nsecond\n")
    #expect(("\(raw: "first\nsecond")\n" as Message).shown == "first\nsecond\n")
  }

  @Test func `bytes that are not UTF-8 are escaped`() {
    let message: Message = "found \(bytes: [0x61, 0xFF, 0x0A])"
    #expect(message.shown == #"found a\x{FF}\u{A}"#)
  }

  @Test func `what is escaped once stays as it is in another message`() {
    let inner: Message = "\(hostile)"
    #expect(("<\(inner)>" as Message).shown == "<\(inner.shown)>")
    #expect((inner + "!").shown == inner.shown + "!")
  }

  @Test func `formats with their own escapes get the text without ours`() {
    let message: Message = "task \(1): " + "\(hostile)"
    #expect(message.plain == "task 1: \(hostile)")
    #expect([message, message].joined(separator: ", ").plain == "\(message.plain), \(message.plain)")
    #expect(("\(bytes: [0x61])" as Message).plain == "a")
  }
}
