/// The form of a value in a configuration: what is read, what messages call valid, and what the JSON Schema says.
package indirect enum ValueForm: Sendable {
  /// `true` or `false`.
  case flag
  /// A size in bytes: a number, or a text such as "64M".
  case size
  /// A text.
  case text(TextForm)
  /// One of some words.
  case word(WordForm)
  /// A list, of at least one element if it `isNeeded`.
  case list(ValueForm, isNeeded: Bool = false)
  /// One value or a list of them.
  case several(ValueForm)
  /// An object with these keys.
  case members([MemberForm])
  /// An object whose keys are texts or words themselves.
  case map(ValueForm, ValueForm)

  /// A key of an object.
  package struct MemberForm: Sendable {
    /// Its name.
    package let name: String
    /// The form of its value.
    package let form: ValueForm
    /// Whether the object needs it.
    package let isRequired: Bool
    /// One line about it, without a full stop.
    package let summary: String

    init(_ name: String, _ form: ValueForm, isRequired: Bool = false, _ summary: String) {
      self.name = name
      self.form = form
      self.isRequired = isRequired
      self.summary = summary
    }
  }

  /// The form in a few words, with an article: "a list of patterns".
  package var phrase: String {
    switch self {
    case .flag: "true or false"
    case .size: "a size, such as 65536 or \"64M\""
    case .text(let form): form.phrase
    case .word(let form): form.noun.singular
    case .list(let form, _): "a list of \(form.plural)"
    case .several(let form): "\(form.phrase), or a list"
    case .members, .map: "an object"
    }
  }

  /// Several of the form: "patterns".
  var plural: String {
    switch self {
    case .text(let form): form.plural
    case .word(let form): form.noun.plural
    case .members, .map: "objects"
    case .flag, .size, .list, .several: "values"
    }
  }
}
