/// What a task, a plan or a phase claims to be. A number into the profile's vocabulary, which knows its spellings.
///
/// The statuses of the standard have fixed codes; a project's own begin at `firstOwnCode`.
package struct Status: Hashable, Sendable {
  /// The place in the vocabulary.
  package let code: UInt8

  /// The status with that code.
  package init(code: UInt8) { self.code = code }

  package static let notStarted = Status(code: 0)
  package static let inProgress = Status(code: 1)
  package static let researching = Status(code: 2)
  package static let planning = Status(code: 3)
  package static let revising = Status(code: 4)
  package static let implementing = Status(code: 5)
  package static let researched = Status(code: 6)
  package static let planned = Status(code: 7)
  package static let revised = Status(code: 8)
  package static let partial = Status(code: 9)
  package static let blocked = Status(code: 10)
  package static let completed = Status(code: 11)
  package static let abandoned = Status(code: 12)
  package static let expanded = Status(code: 13)
  package static let prReady = Status(code: 14)

  /// The first code of statuses that a project adds.
  package static let firstOwnCode: UInt8 = 32

  /// Whether a project has added it.
  var isOwn: Bool { code >= Self.firstOwnCode }
}
