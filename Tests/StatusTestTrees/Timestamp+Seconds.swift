import StatusModel

extension Timestamp {
  /// The time that many seconds after 1970, UTC; it must be one that dates can have.
  package static func seconds(_ seconds: Int) -> Timestamp {
    guard let time = Timestamp(secondsSince1970: seconds) else {
      preconditionFailure("\(seconds) seconds after 1970 is not in the years 1 to 9999")
    }
    return time
  }
}
