import StatusText

extension Message.StringInterpolation {
  /// Appends a text as the operating system gave it: a path, an argument, a variable. Its bytes that are not characters
  /// are escaped too.
  package mutating func appendInterpolation(outside text: String) {
    appendInterpolation(FileName.display(text))
  }
}
