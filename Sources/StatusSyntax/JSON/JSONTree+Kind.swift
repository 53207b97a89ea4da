extension JSONTree {
  /// The kind of a value (RFC 8259, section 3).
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null

    /// The name for messages, with an article.
    package var description: String {
      switch self {
      case .object: "an object"
      case .array: "an array"
      case .string: "a string"
      case .number: "a number"
      case .true: "true"
      case .false: "false"
      case .null: "null"
      }
    }
  }
}
