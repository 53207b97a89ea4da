import StatusModel

/// Describes the required form of a timestamp in messages.
enum TimestampFormText {
  /// `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SSZ`, or both.
  static func wanted(_ forms: TimestampFormSet) -> String {
    let date = "YYYY-MM-DD"
    let full = "YYYY-MM-DDTHH:MM:SSZ"
    guard forms.contains(.full) else { return date }
    return forms.contains(.date) ? "\(date) or \(full)" : full
  }

  /// The form that `profile` wants where `claim` is.
  static func wanted(by claim: TimestampClaim, in profile: Profile) -> String {
    wanted(profile.timestamps.forms(in: claim.place))
  }
}
