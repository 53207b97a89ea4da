/// A command of statuslint. Its properties are the values of its options, and their initial values are the defaults.
package protocol Command: Sendable {
  /// Its name on the command line.
  static var name: String { get }
  /// Its options.
  static var options: [CommandOption<Self>] { get }
  /// How many arguments it takes besides its options.
  static var argumentCounts: ClosedRange<Int> { get }

  /// The options that every command has.
  var common: CommonOptions { get set }

  /// The command with its arguments besides the options, as many as it takes.
  init(arguments: [String]) throws(CommandError)

  /// Does its work, writes what there is to say, and gives the exit code.
  func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode
}

extension Command {
  /// The command as the argument parser has read it.
  package init(_ options: [GivenOption], _ arguments: [String] = []) throws(CommandError) {
    try self.init(arguments: arguments)
    for given in options {
      guard let option = Self.options.first(where: { $0.name == given.name }) else { continue }
      for text in given.texts { try option.read(&self, text) }
    }
  }

  /// The command with what follows its name, read without the argument parser, whose setup takes longer than the check
  /// of a small tree. Nil where only the parser can say what the words mean, or what is wrong with them.
  package init?(plainly words: ArraySlice<String>) throws(CommandError) {
    let options = Self.options
    var given: [(option: CommandOption<Self>, text: String)] = []
    var arguments: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      guard Self.isOption(word) else {
        arguments.append(word)
        continue
      }
      guard let option = options.first(where: { $0.name == word || $0.short == word }) else { return nil }
      if option.isFlag || option.usualText != nil {
        given.append((option, option.usualText ?? ""))
        continue
      }
      guard let text = rest.popFirst(), !Self.isOption(text) else { return nil }
      given.append((option, text))
    }
    guard Self.argumentCounts.contains(arguments.count) else { return nil }
    for option in options where option.isRequired {
      guard given.contains(where: { $0.option.name == option.name }) else { return nil }
    }
    try self.init(arguments: arguments)
    for (option, text) in given { try option.read(&self, text) }
  }

  /// The words of a command line with the usual text of each option that has one and was given without a text: the
  /// argument parser would take the next word for it.
  static func spelledOut(_ words: [String]) -> [String] {
    let end = words.firstIndex(of: "--") ?? words.endIndex
    let spelledOut = words[..<end].map { word in
      options.first { $0.name == word }?.usualText.map { "\(word)=\($0)" } ?? word
    }
    return spelledOut + words[end...]
  }

  /// Whether a word is an option; a hyphen alone is standard input.
  private static func isOption(_ word: String) -> Bool { word.utf8.first == UInt8(ascii: "-") && word != "-" }
}
