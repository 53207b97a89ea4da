import StatusSync
import StatusText
import Testing

@Suite struct SyncMessageTests {
  @Test func `people see escaped text and their own paths, programs neither`() {
    let message: SyncMessage = "\(path: "specs/a\u{1B}.md") says \("\u{202E}x")"
    #expect(message.description == "specs/a\u{1B}.md says \u{202E}x")
    #expect(message.message { "../\($0)" }.shown == #"../specs/a\u{1B}.md says \u{202E}x"#)
  }

  @Test func `a message in a sentence is not escaped for programs`() {
    let inner: Message = "cannot read \("a\u{7}")"
    let message: SyncMessage = "\(inner); try again"
    #expect(message.description == "cannot read a\u{7}; try again")
    #expect(SyncMessage(inner).description == "cannot read a\u{7}")
    #expect(message.message { $0 }.shown == #"cannot read a\u{7}; try again"#)
  }
}
