import StatusText

/// Takes a command line apart into its simple commands, as a shell does: quotes, backslashes, operators, redirections,
/// here-documents. Nothing is expanded, so a word with a variable in it is not a path that exists.
struct ShellReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var commands: [ShellCommand] = []
  private var command = ShellCommand()
  private var word: [UInt8]?
  /// What the next word is for.
  private var expected = Expected.argument
  /// The here-documents whose lines come after the end of this line.
  private var documents: [[UInt8]] = []

  private enum Expected {
    case argument, output, input, document
  }

  /// The simple commands of `line`, in their order.
  static func commands(_ line: String) -> [ShellCommand] {
    var reader = ShellReader(bytes: Array(line.utf8))
    while reader.offset < reader.bytes.count { reader.step() }
    reader.endCommand()
    return reader.commands
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "'"): quoted(by: byte)
    case UInt8(ascii: "\""): quoted(by: byte)
    case UInt8(ascii: "\\"):
      if offset < bytes.count, bytes[offset] != ASCII.lineFeed { append(bytes[offset]) }
      offset += 1
    case ASCII.space, ASCII.tab, ASCII.carriageReturn: endWord()
    case UInt8(ascii: "#") where word == nil:
      while offset < bytes.count, bytes[offset] != ASCII.lineFeed { offset += 1 }
    case ASCII.lineFeed:
      endCommand()
      skipDocuments()
    case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "`"):
      endCommand()
    case UInt8(ascii: "&"):
      if offset < bytes.count, bytes[offset] == UInt8(ascii: ">") { endWord() } else { endCommand() }
    case UInt8(ascii: ">"): output()
    case UInt8(ascii: "<"): input()
    default: append(byte)
    }
  }

  private mutating func append(_ byte: UInt8) { word = (word ?? []) + CollectionOfOne(byte) }

  private mutating func quoted(by quote: UInt8) {
    var text = word ?? []
    while offset < bytes.count, bytes[offset] != quote {
      if quote == UInt8(ascii: "\""), bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count,
        ASCII.isOne(bytes[offset + 1], of: "\"\\$`")
      {
        offset += 1
      }
      text.append(bytes[offset])
      offset += 1
    }
    offset += 1
    word = text
  }

  /// `>` `>>` `>|` `2>` `&>`; `>&2` goes to no file.
  private mutating func output() {
    if let word, word.allSatisfy({ ASCII.isDigit($0) }) { self.word = nil }
    endWord()
    while offset < bytes.count, ASCII.isOne(bytes[offset], of: ">|") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "&") {
      offset += 1
      expected = .input
    } else {
      expected = .output
    }
  }

  /// `<`, `<<` and `<<<`.
  private mutating func input() {
    endWord()
    var count = 1
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "<") {
      offset += 1
      count += 1
    }
    if count == 2, offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    expected = count == 2 ? .document : .input
  }

  private mutating func endWord() {
    guard let word else { return }
    let text = String(decoding: word, as: UTF8.self)
    switch expected {
    case .argument: command.words.append(text)
    case .output: command.outputs.append(text)
    case .input: break
    case .document: documents.append(word)
    }
    expected = .argument
    self.word = nil
  }

  private mutating func endCommand() {
    endWord()
    if command != ShellCommand() { commands.append(command) }
    command = ShellCommand()
    expected = .argument
  }

  /// Passes over the lines of here-documents, up to the line with the word of each.
  private mutating func skipDocuments() {
    for end in documents {
      while offset < bytes.count {
        let lineEnd = bytes[offset...].firstIndex(of: ASCII.lineFeed) ?? bytes.count
        let line = bytes[offset..<lineEnd].drop { $0 == ASCII.tab }
        offset = min(lineEnd + 1, bytes.count)
        if line.elementsEqual(end) { break }
      }
    }
    documents = []
  }
}
