import StatusConfiguration
import StatusReport

extension Setting {
  /// Writes the value as a member of a JSON object.
  func write(_ name: StaticString, to json: inout JSONWriter) {
    switch value {
    case .flag(let flag): json.member(name, flag)
    case .number(let number): json.member(name, number)
    case .text(let text): json.member(name, text)
    case .list, .members: json.member(name, number: shown)
    }
  }

  /// The value on one line, as JSON.
  var shown: String {
    switch value {
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .text(let text): Self.quoted(text)
    case .list(let elements): "[\(elements.map(\.shown).joined(separator: ", "))]"
    case .members(let members):
      "{\(members.map { "\(Self.quoted($0.name)): \($0.setting.shown)" }.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter(capacity: text.utf8.count + 8)
    json.value(text)
    return String(decoding: json.finish().dropLast(), as: UTF8.self)
  }
}
