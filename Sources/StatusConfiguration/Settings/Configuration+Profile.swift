import StatusModel
import StatusText

extension Configuration {
  /// What the project changes of the profile; nil for nothing.
  package var profileChanges: ProfileChanges? {
    let keys: [ConfigurationKey.Name] = [.statuses, .transitions, .timestamps, .taskPrefix, .authority]
    guard keys.contains(where: { merged[$0] != nil }) else { return nil }
    var changes = ProfileChanges()
    changes.statuses = (merged[.statuses]?.members ?? []).map { member in
      ProfileChanges.OwnStatus(
        marker: member.name, value: member.setting["value"]?.text,
        kind: member.setting["kind"]?.text.flatMap { StatusKind(rawValue: $0) } ?? .initial,
        spellings: member.setting["spellings"]?.texts ?? [],
        isForTasksOnly: member.setting["taskOnly"]?.flag ?? false)
    }
    changes.steps = (merged[.transitions]?.members ?? []).flatMap { member in
      member.setting.texts.map { Self.step(from: member.name, to: $0) }
    }
    changes.timestamps = (merged[.timestamps]?.members ?? []).compactMap { member in
      let place = TimestampClaim.Place.allCases.first { $0.settingName == member.name }
      return place.map { ($0, Self.forms(member.setting.texts)) }
    }
    changes.taskPrefix = merged[.taskPrefix]?.text ?? ""
    changes.authority = (merged[.authority]?.texts ?? []).compactMap { name in
      Profile.Authority.allCases.first { $0.fileName == name }
    }
    return changes
  }

  private static func step(from: String, to: String) -> ProfileChanges.Step {
    let isRemoved = to.utf8.first == UInt8(ascii: "-")
    return ProfileChanges.Step(from: from, to: isRemoved ? String(to.dropFirst()) : to, isRemoved: isRemoved)
  }

  private static func forms(_ names: [String]) -> TimestampFormSet {
    switch (names.contains("date"), names.contains("full")) {
    case (true, true): [.date, .full]
    case (true, false): [.date]
    case (false, _): [.full]
    }
  }

  /// What is wrong with the project's statuses and transitions, in the profile that is set, or in any that may be found.
  package var profileFaults: [ConfigurationFault] {
    guard let changes = profileChanges else { return [] }
    let profiles = profile.flatMap { Profile.named($0) }.map { [$0] } ?? Profile.all
    return statusFaults(profiles) + transitionFaults(profiles.map { $0.changed(by: changes) })
  }

  private func statusFaults(_ profiles: [Profile]) -> [ConfigurationFault] {
    let statuses = merged[.statuses]?.members ?? []
    var faults: [ConfigurationFault] = []
    var known: [String: String] = [:]
    for status in statuses {
      let spellings =
        [status.name] + [status.setting["value"]?.text].compactMap { $0 }
        + (status.setting["spellings"]?.texts ?? [])
      for spelling in spellings {
        let taken = profiles.lazy.compactMap { profile in
          profile.vocabulary.exactly(Array(spelling.utf8)[...]).map {
            (profile, profile.vocabulary.marker($0))
          }
        }.first
        if let (profile, marker) = taken {
          faults.append(.taken(spelling, by: marker, in: profile, at: status.setting.origin))
        }
        let letters = String(
          decoding: spelling.utf8.filter(ASCII.isLetter).map(ASCII.lowercased), as: UTF8.self)
        if let other = known[letters], other != status.name {
          faults.append(.alike(spelling, other, at: status.setting.origin))
        }
        known[letters] = status.name
      }
    }
    if statuses.count > ProfileChanges.mostStatuses, let last = statuses.last {
      faults.append(.tooMany(statuses.count, at: last.setting.origin))
    }
    return faults
  }

  private func transitionFaults(_ profiles: [Profile]) -> [ConfigurationFault] {
    (merged[.transitions]?.members ?? []).flatMap { member -> [ConfigurationFault] in
      let ends = member.setting.elements.compactMap { end in end.text.map { ($0, end.origin) } }
      return ([(member.name, member.setting.origin)] + ends).compactMap {
        name, origin -> ConfigurationFault? in
        let name = Self.step(from: "", to: name).to
        let isKnown = profiles.contains { $0.vocabulary.exactly(Array(name.utf8)[...]) != nil }
        return isKnown ? nil : .unknown(name, among: profiles, at: origin)
      }
    }
  }

  /// The project's own statuses that no step leads to in the profile that is set, or in any that may be found.
  package var unreachableStatuses: [ConfigurationFault] {
    guard let changes = profileChanges else { return [] }
    let profiles = (profile.flatMap { Profile.named($0) }.map { [$0] } ?? Profile.all).map {
      $0.changed(by: changes)
    }
    return (merged[.statuses]?.members ?? []).compactMap { member -> ConfigurationFault? in
      let isReached = profiles.contains { profile in
        let own = profile.vocabulary.exactly(Array(member.name.utf8)[...])
        return own.map { own in
          profile.vocabulary.kind(own) == .initial
            || profile.vocabulary.entries.contains { profile.taskTransitions.allows($0.status, to: own) }
        } ?? false
      }
      return isReached ? nil : .unreachable(member.name, at: member.setting.origin)
    }
  }
}

extension ConfigurationFault {
  fileprivate static func taken(
    _ spelling: String, by marker: String, in profile: Profile, at origin: SettingOrigin
  )
    -> ConfigurationFault
  {
    ConfigurationFault(
      origin, "\"\(spelling)\" already means \(marker) in profile \(profile.name)",
      help: "choose another spelling, or set \"profile\" if the trees follow another one")
  }

  fileprivate static func alike(_ spelling: String, _ other: String, at origin: SettingOrigin)
    -> ConfigurationFault
  {
    ConfigurationFault(
      origin, "\"\(spelling)\" has the same letters as a spelling of \"\(other)\"",
      help: "spaces, hyphens, underscores and capitals do not tell statuses apart")
  }

  fileprivate static func tooMany(_ count: Int, at origin: SettingOrigin) -> ConfigurationFault {
    ConfigurationFault(
      origin, "there are \(count) statuses", help: "a project can add at most \(ProfileChanges.mostStatuses)")
  }

  fileprivate static func unknown(_ name: String, among profiles: [Profile], at origin: SettingOrigin)
    -> ConfigurationFault
  {
    var values: [String] = []
    for value in profiles.flatMap({ $0.vocabulary.entries.map(\.value) }) where !values.contains(value) {
      values.append(value)
    }
    return ConfigurationFault(
      origin, "\"\(name)\" is not a status",
      help: WordForm("a status", "statuses", values).help(for: name) + "; or add it to \"statuses\"")
  }

  fileprivate static func unreachable(_ marker: String, at origin: SettingOrigin) -> ConfigurationFault {
    ConfigurationFault(
      origin, "no transition leads to the status \"\(marker)\"",
      help: "add it to \"transitions\", as in {\"in_progress\": \"\(marker)\"}")
  }
}
