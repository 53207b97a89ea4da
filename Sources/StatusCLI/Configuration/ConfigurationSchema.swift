import StatusConfiguration
import StatusReport

/// The JSON Schema of a configuration, made of the table of its keys.
struct ConfigurationSchema {
  private let keys: ConfigurationKeys

  init(_ keys: ConfigurationKeys) { self.keys = keys }

  /// The schema.
  var bytes: [UInt8] {
    var json = JSONWriter(capacity: 32 << 10)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "Configuration of statuslint")
      json.member("description", "A comment and a trailing comma are allowed in the file.")
      write(keys.form, to: &json)
    }
    return json.finish()
  }

  /// Writes the keywords for a form.
  private func write(_ form: ValueForm, to json: inout JSONWriter) {
    switch form {
    case .flag: json.member("type", "boolean")
    case .size:
      json.strings("type", ["integer", "string"])
      json.member("minimum", 0)
      json.member("pattern", "^[0-9]+[KMGkmg]?$")
    case .text(let text):
      json.member("type", "string")
      json.member("minLength", 1)
      if let pattern = text.regularExpression { json.member("pattern", pattern) }
    case .word(let word): json.strings("enum", word.words)
    case .list(let element, let isNeeded):
      json.member("type", "array")
      if isNeeded { json.member("minItems", 1) }
      json.object("items") { write(element, to: &$0) }
    case .several(let element):
      json.array("anyOf", [element, .list(element, isNeeded: true)]) { json, form in
        json.object { write(form, to: &$0) }
      }
    case .members(let members): write(members, to: &json)
    case .map(let key, let element):
      json.member("type", "object")
      json.object("propertyNames") { write(key, to: &$0) }
      json.object("additionalProperties") { write(element, to: &$0) }
    }
  }

  private func write(_ members: [ValueForm.MemberForm], to json: inout JSONWriter) {
    json.member("type", "object")
    let required = members.filter(\.isRequired).map(\.name)
    if !required.isEmpty { json.strings("required", required) }
    json.member("additionalProperties", false)
    json.object("properties") { json in
      for member in members {
        json.object(named: member.name) { json in
          json.member("description", member.summary)
          write(member.form, to: &json)
        }
      }
    }
  }
}
