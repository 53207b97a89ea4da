/// An open file or directory of a `FileSystem`. The caller that opened it must close it.
package struct Descriptor: Hashable, Sendable {
  /// The number, which only its file system can interpret.
  package let rawValue: Int32

  /// The descriptor with the number `rawValue`.
  package init(_ rawValue: Int32) { self.rawValue = rawValue }

  package static let standardInput = Descriptor(0)
  package static let standardOutput = Descriptor(1)
  package static let standardError = Descriptor(2)
}
