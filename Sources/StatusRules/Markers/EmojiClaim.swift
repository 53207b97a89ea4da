import StatusModel

/// What the emoji in a heading say about how far the work is.
enum EmojiClaim {
  /// Whether an emoji of `text` says something that a task or phase of `status` is not; nil is a status that is not
  /// known.
  static func contradicts(_ text: String, _ status: Status?, _ vocabulary: StatusVocabulary) -> Bool {
    text.unicodeScalars.contains { scalar in
      guard let claim = claim(scalar) else { return false }
      return status.map { !allows(claim, $0, vocabulary) } ?? true
    }
  }

  /// Whether an emoji of `text` may tell more than a status does: a warning, a lock, a clock, eyes.
  static func mayAdd(_ text: String, to status: Status?) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      // Warnings, exclamation and question marks, fire, lightning, a siren, sleep, eyes, flags, pins, ice, medical
      // signs.
      case 0x26A0, 0x2622, 0x2623, 0x2753...0x2755, 0x2757, 0x203C, 0x2049, 0x1F525, 0x26A1, 0x1F6A8, 0x1F4A4,
        0x1F440, 0x1F6A9, 0x1F3F3, 0x1F3F4, 0x1F4CC, 0x1F4CD, 0x2744, 0x1F9CA, 0x1F691, 0x1F195, 0x1F194,
        0x1F44E,
        0x2B50, 0x1F31F, 0x1F198, 0x1F199, 0x1F19A, 0x1F7E0, 0x1F535, 0x1F7E3, 0x1F7E4, 0x26AB,
        0x1F7E5...0x1F7EB:
        true
      // Locks and keys.
      case 0x1F50F...0x1F513, 0x1F5DD: status != .blocked
      default: claim(scalar) == .waiting && status != .blocked
      }
    }
  }

  /// The status that the emoji of `text` speak for, where all of them speak for the same.
  static func status(of text: String) -> Status? {
    let claims = Set(text.unicodeScalars.compactMap(claim))
    guard claims.count == 1, let only = claims.first else { return nil }
    switch only {
    case .done: return .completed
    case .underWay: return .inProgress
    case .notBegun: return .notStarted
    case .waiting, .failed: return nil
    }
  }

  private enum Claim {
    case done, underWay, notBegun, waiting, failed
  }

  private static func allows(_ claim: Claim, _ status: Status, _ vocabulary: StatusVocabulary) -> Bool {
    switch claim {
    case .done: status == .completed || status == .prReady
    case .underWay: vocabulary.kind(status) == .active || status == .partial
    case .notBegun: vocabulary.kind(status) == .initial
    case .waiting: !vocabulary.isTerminal(status)
    case .failed: status == .abandoned || status == .blocked
    }
  }

  /// Nil for an emoji that decorates: a rocket, a bug.
  private static func claim(_ scalar: Unicode.Scalar) -> Claim? {
    switch scalar.value {
    // Check marks, a checkered flag, a party, a hundred, a ballot box with a check.
    case 0x2705, 0x2713, 0x2714, 0x2611, 0x1F3C1, 0x1F389, 0x1F4AF, 0x1F5F8, 0x1F5F9, 0x1F44D: .done
    // Roadworks, arrows in a circle, a play sign, a building site, a hammer, tools, a yellow circle, a spinner.
    case 0x1F6A7, 0x1F504, 0x1F503, 0x1F501, 0x25B6, 0x1F3D7, 0x1F528, 0x1F6E0, 0x1F7E1, 0x1F3C3: .underWay
    // Empty boxes, a white circle, new, soon, a notepad.
    case 0x2B1C, 0x2610, 0x1F532, 0x1F533, 0x26AA, 0x1F195, 0x1F51C: .notBegun
    // Hourglasses, a pause sign, a lock, clocks.
    case 0x23F3, 0x231B, 0x23F8, 0x1F512, 0x23F0, 0x1F550...0x1F567: .waiting
    // Crosses, stop signs, a waste basket, skip, a red circle.
    case 0x274C, 0x274E, 0x2716, 0x2717, 0x2718, 0x2612, 0x26D4, 0x1F6AB, 0x1F6D1, 0x1F5D1, 0x23ED, 0x23F9,
      0x1F534:
      .failed
    case 0x1F7E2: .done
    default: nil
    }
  }
}
