import StatusModel

extension TimestampClaim {
  /// `time` in the form that this "last updated" wants, and at the head of TODO.md in the form that it has; nil for a
  /// day where that takes a time of day.
  package func raisedText(_ time: Timestamp, in profile: Profile) -> String? {
    guard place == .taskListHeader, let found = reading.found else {
      return time.text(in: profile.timestamps.forms(in: place))
    }
    return found.form == .date ? time.dateText : time.fullText
  }
}
