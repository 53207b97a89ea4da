extension Array where Element == String {
  /// A list of the elements for a message: all of them, or of many the first and how many more there are.
  var listed: String {
    guard count > Self.mostListed else { return joined(separator: ", ") }
    return "\(prefix(Self.mostListed).joined(separator: ", ")) and \(count - Self.mostListed) more"
  }

  private static var mostListed: Int { 12 }
}
