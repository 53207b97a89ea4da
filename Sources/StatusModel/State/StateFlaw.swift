import StatusSyntax
import StatusText

/// Something in a state file that is missing, or of another type than the format has it (docs/format.md, "state.json").
package struct StateFlaw: Sendable {
  /// What is wrong.
  package enum Kind: Sendable, Equatable {
    /// The key is not there.
    case missing
    /// The key is there, and null.
    case null
    /// Another type than what belongs there.
    case wrongType(found: String, wanted: String)
    /// A number of a task in quotes; these are its digits.
    case quotedNumber(digits: String)
    /// A number that cannot be the number of a task: negative, with a fraction, or above 999,999,999.
    case outOfRange
  }

  /// What is wrong.
  package let kind: Kind
  /// The key.
  package let key: String
  /// The value, with its quotes; the opening brace of the object where the key is missing.
  package let range: ByteRange

  private init(_ kind: Kind, _ key: String, _ range: ByteRange) {
    self.kind = kind
    self.key = key
    self.range = range
  }

  /// A key that `object` lacks.
  init(missing key: String, in object: JSONValue) {
    self.init(.missing, key, ByteRange(object.range.lower, object.range.lower + 1))
  }

  /// What is wrong with a member that holds the number of a task; nil if nothing is.
  init?(number member: JSONValue) {
    guard let kind = Self.kind(ofNumber: member) else { return nil }
    self.init(kind, member.key, member.range)
  }

  /// What is wrong with a value that is the number of a task; nil if nothing is.
  private static func kind(ofNumber member: JSONValue) -> Kind? {
    switch member.kind {
    case .null: return .null
    case .number:
      if let value = member.integer, 0...NearTaskHeading.highestNumber ~= value { return nil }
      return .outOfRange
    case .string:
      let text = member.string ?? ""
      let isNumber = !text.isEmpty && text.utf8.allSatisfy(ASCII.isDigit)
      let number = isNumber ? NearTaskHeading.number(Array(text.utf8)[...]) : nil
      return number.map { .quotedNumber(digits: String($0)) }
        ?? (isNumber ? .outOfRange : .wrongType(found: "a string", wanted: "an integer"))
    default: return .wrongType(found: words(member.kind), wanted: "an integer")
    }
  }

  /// An element of the list `member` that is the number of a task in quotes; nil for anything else.
  init?(quoted element: JSONValue, of member: JSONValue) {
    guard let kind = Self.kind(ofNumber: element), case .quotedNumber = kind else { return nil }
    self.init(kind, member.key, element.range)
  }

  /// An element of the list `member` that cannot be an artifact; nil if it can, or is null.
  init?(artifact element: JSONValue, of member: JSONValue) {
    guard element.kind != .string, element.kind != .null, !element.isContainer else { return nil }
    let kind = Kind.wrongType(found: Self.words(element.kind), wanted: "a string or an object")
    self.init(kind, member.key, element.range)
  }

  /// What is wrong with a member that holds text; nil if nothing is.
  init?(text member: JSONValue) {
    switch member.kind {
    case .string: return nil
    case .null: self.init(.null, member.key, member.range)
    default:
      self.init(
        .wrongType(found: Self.words(member.kind), wanted: "a string"), member.key, member.range)
    }
  }

  /// A member of another kind than `kinds`, which are `wanted`; nil if it is one of them, or null.
  init?(_ member: JSONValue, wanted: String, _ kinds: JSONTree.Kind...) {
    guard member.kind != .null, !kinds.contains(member.kind) else { return nil }
    self.init(.wrongType(found: Self.words(member.kind), wanted: wanted), member.key, member.range)
  }

  /// What is wrong with a member that holds a number of things; nil if nothing is, or it is null.
  init?(count member: JSONValue) {
    guard member.kind != .null, member.integer.map({ $0 < 0 }) ?? true else { return nil }
    let found =
      member.kind == .number
      ? "the number \(member.tree.source.text(member.range).prefix(60))" : Self.words(member.kind)
    self.init(.wrongType(found: found, wanted: "a whole number"), member.key, member.range)
  }

  /// What is wrong with a list of entries, and with what is in it.
  static func all(ofEntries list: JSONValue) -> [StateFlaw] {
    guard list.kind == .array else {
      return [
        StateFlaw(.wrongType(found: words(list.kind), wanted: "an array"), list.key, list.range)
      ]
    }
    return list.elements.compactMap { element in
      guard element.kind != .object else { return nil }
      return StateFlaw(
        .wrongType(found: words(element.kind), wanted: "an object"), list.key, element.range)
    }
  }

  /// What is wrong with a list of closed tasks; nothing if it is null. Only the list of the standard has to consist of
  /// objects and numbers.
  static func all(ofClosedTasks list: JSONValue) -> [StateFlaw] {
    guard list.kind == .array else {
      return [StateFlaw(list, wanted: "an array", .array)].compactMap(\.self)
    }
    let isStandard = list.keyEquals("completed_projects")
    return list.elements.compactMap { element in
      if element.kind == .object { return element["project_number"].flatMap { StateFlaw(number: $0) } }
      guard isStandard, let kind = kind(ofNumber: element) else { return nil }
      switch kind {
      case .outOfRange, .quotedNumber: return StateFlaw(kind, list.key, element.range)
      default:
        return StateFlaw(
          .wrongType(found: words(element.kind), wanted: "an object"), list.key, element.range)
      }
    }
  }

  private static func words(_ kind: JSONTree.Kind) -> String {
    switch kind {
    case .null: "null"
    case .true, .false: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
