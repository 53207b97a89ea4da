import StatusText

extension Plan {
  /// Whether it goes on with an earlier version, and so may begin with any number: it is not the first by its file's
  /// name, or its title says so.
  package var continuesEarlierVersion: Bool {
    if (PlanFileName(path: path).version ?? 0) > 1 { return true }
    guard let title, title.upper <= source.bytes.count else { return false }
    let words = source.bytes[title.indices].split { !ASCII.isLetter($0) }
    return words.contains { word in
      let word = word.prefix(6).map { ASCII.lowercased($0) }
      return word.elementsEqual("contin".utf8) || word.elementsEqual("revise".utf8)
    }
  }

  /// Whether its work is done: by its Status, or where it has none by its phases.
  package func isDone(_ profile: Profile) -> Bool {
    guard let marker else { return Remaining(self, profile)?.mayBeCompleted ?? false }
    return marker.status == .completed
  }
}
