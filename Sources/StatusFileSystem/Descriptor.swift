/// An open file or directory, as one `FileSystem` knows it. Whoever opened it closes it.
package struct Descriptor: Hashable, Sendable {
  /// The number, meaningful to the file system that gave it.
  package let rawValue: Int32

  /// The descriptor of number `rawValue`.
  package init(_ rawValue: Int32) { self.rawValue = rawValue }

  package static let standardInput = Descriptor(0)
  package static let standardOutput = Descriptor(1)
  package static let standardError = Descriptor(2)
}
