/// A JSON value for an edit to write. Members keep their order.
package indirect enum JSONDraft: Hashable, Sendable {
  /// One member of an object.
  package struct Member: Hashable, Sendable {
    /// The key, unescaped.
    package var key: String
    /// The value.
    package var value: JSONDraft

    /// A member with the key `key` and the value `value`.
    package init(_ key: String, _ value: JSONDraft) {
      self.key = key
      self.value = value
    }
  }

  case string(String)
  case integer(Int)
  /// A number with a given spelling, which must follow RFC 8259, section 6.
  case spelledNumber(String)
  case bool(Bool)
  case null
  case array([JSONDraft])
  case object([Member])

  /// A number in its shortest spelling, without a fraction if it is whole; nil for infinities and NaN, which
  /// JSON does not have.
  package static func number(_ value: Double) -> JSONDraft? {
    guard value.isFinite else { return nil }
    if let integer = Int(exactly: value) { return .integer(integer) }
    return .spelledNumber("\(value)")
  }

  /// A copy of `value`: texts unescaped, numbers with their spelling.
  package init(copying value: JSONValue) {
    switch value.kind {
    case .string: self = .string(value.string ?? "")
    case .number: self = .spelledNumber(value.tree.source.text(value.range))
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .null: self = .null
    case .array: self = .array(value.elements.map { JSONDraft(copying: $0) })
    case .object: self = .object(value.members.map { Member($0.key, JSONDraft(copying: $0)) })
    }
  }

  /// Whether it contains nothing that could be on separate lines.
  var isScalar: Bool {
    switch self {
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }
}

extension JSONDraft: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}
