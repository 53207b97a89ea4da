extension JSONTree {
  /// What a value is (RFC 8259, section 3).
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null

    /// The word for it in messages, with its article.
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
