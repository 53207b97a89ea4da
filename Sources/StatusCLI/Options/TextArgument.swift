import StatusFileSystem

/// Text on the command line that is written into files.
enum TextArgument {
  /// The text, if it is valid UTF-8; `option` is for the message.
  static func read(_ text: String, for option: String) throws(CommandError) -> String {
    if FileName.isText(text) { return text }
    throw .invalidValue(text, for: option, because: "it is not valid UTF-8", hint: "give the text in UTF-8")
  }
}
