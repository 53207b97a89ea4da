/// The settings of one file, of the command line, or of a profile.
package struct ConfigurationLayer: Sendable, Equatable {
  private var settings: [ConfigurationKey.Name: Setting] = [:]

  /// A layer without settings.
  package init() {}

  /// The setting of a key.
  package subscript(_ key: ConfigurationKey.Name) -> Setting? {
    get { settings[key] }
    set { settings[key] = newValue }
  }

  /// Adds `texts` to the list of a key, as `option` says.
  package mutating func add(_ texts: [String], to key: ConfigurationKey.Name, from option: String) {
    for text in texts { add(.text(text), to: key, from: option) }
  }

  /// Adds an element to the list of a key, as `option` says.
  package mutating func add(_ value: Setting.Value, to key: ConfigurationKey.Name, from option: String) {
    let element = Setting(value, from: .option(option))
    settings[key] = Setting(.list((settings[key]?.elements ?? []) + [element]), from: .option(option))
  }

  /// Sets the member `name` of the object of a key, as `option` says.
  package mutating func set(
    _ name: String, to value: Setting.Value, in key: ConfigurationKey.Name, from option: String
  ) {
    let member = Setting.Member(name, Setting(value, from: .option(option)))
    let others = (settings[key]?.members ?? []).filter { $0.name != name }
    settings[key] = Setting(.members(others + [member]), from: .option(option))
  }

  /// This layer, with what `upper` says over it.
  package func merged(with upper: ConfigurationLayer) -> ConfigurationLayer {
    var merged = self
    for name in ConfigurationKey.Name.allCases {
      guard let above = upper[name] else { continue }
      merged[name] = self[name].map { name.merging.merged($0, with: above) } ?? above
    }
    // Who selects rules begins anew.
    if upper[.select] != nil { merged[.ignore] = upper[.ignore] }
    return merged
  }
}

extension ConfigurationKey.Merging {
  fileprivate func merged(_ lower: Setting, with upper: Setting) -> Setting {
    switch self {
    case .replaces: upper
    case .adds: Setting(.list(lower.elements + upper.elements), from: upper.origin)
    case .byName, .byNameAdding:
      Setting(.members(members(lower.members, with: upper.members)), from: upper.origin)
    }
  }

  private func members(_ lower: [Setting.Member], with upper: [Setting.Member]) -> [Setting.Member] {
    var merged = lower
    for member in upper {
      guard let known = merged.firstIndex(where: { $0.name == member.name }) else {
        merged.append(member)
        continue
      }
      let setting =
        self == .byName ? member.setting : Self.adds.merged(merged[known].setting, with: member.setting)
      merged[known] = Setting.Member(member.name, setting)
    }
    return merged
  }
}
