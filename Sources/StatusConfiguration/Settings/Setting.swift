import StatusText

/// A value, and where it comes from.
package struct Setting: Sendable, Equatable {
  /// A value of a configuration, as its form has it.
  package indirect enum Value: Sendable, Equatable {
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([Setting])
    case members([Member])
  }

  /// A member of an object.
  package struct Member: Sendable, Equatable {
    /// Its name.
    package let name: String
    /// Its value.
    package let setting: Setting

    /// `setting` under `name`.
    package init(_ name: String, _ setting: Setting) {
      self.name = name
      self.setting = setting
    }
  }

  /// The value.
  package let value: Value
  /// Where it was written.
  package let origin: SettingOrigin

  /// `value` from `origin`.
  package init(_ value: Value, from origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }

  /// The text; nil for anything else.
  package var text: String? { if case .text(let text) = value { text } else { nil } }
  /// The number; nil for anything else.
  package var number: Int? { if case .number(let number) = value { number } else { nil } }
  /// Whether it is true; nil for anything else.
  package var flag: Bool? { if case .flag(let flag) = value { flag } else { nil } }
  /// The elements of a list; a value that is not a list is one element.
  package var elements: [Setting] { if case .list(let elements) = value { elements } else { [self] } }
  /// The members of an object; none for anything else.
  package var members: [Member] { if case .members(let members) = value { members } else { [] } }
  /// The texts of a list.
  package var texts: [String] { elements.compactMap(\.text) }

  /// The member of an object with that name.
  package subscript(_ name: String) -> Setting? { members.first { $0.name == name }?.setting }
}
