import StatusClaims
import StatusDiagnostics
import StatusText

/// What one place says.
struct DeclaredClaim {
  /// The number of its source in the format; a lower one is trusted more.
  let source: Int
  /// What it is about; nil for a pointer or a number that is about the whole root.
  let subject: Subject?
  /// The place.
  let location: Location
  /// What is written there; nil where a subject only occurs, or for a file.
  var written: PlacedText?
  /// What the status is read as, and how far it means that the subject is; for a box, only the latter.
  var reading: Vocabulary.Reading?
  var stage: Vocabulary.Stage?
  /// The box, if the claim is one.
  var box: Checklist.Box?
  /// The subjects that it names.
  var references: [Reference] = []
  /// The numbers that it states, by what they count.
  var numbers: [TextPattern.Placeholder: PlacedText] = [:]

  /// A subject by its id as it is written.
  struct Reference {
    let subject: Subject
    let place: PlacedText
  }

  /// A list in which a subject is once: that of a source, or of one file of it.
  struct List: Hashable {
    let subject: Subject
    let source: Int
    let file: String
  }

  /// What the claim says of `name`, as a place of a finding.
  func claim(_ name: String) -> Claim {
    Claim(location, written.map { "\(name) is \"\($0.text)\" here" } ?? "\(name) is here")
  }

  /// The word of its status; nil for a box or a directory.
  var word: String? { reading?.word?.text }

  /// Whether what two claims say of a status can both be true. A box and a directory do not tell all statuses apart.
  func agrees(with other: DeclaredClaim) -> Bool {
    guard let here = stage, let there = other.stage else { return true }
    if let word, let otherWord = other.word { return word == otherWord }
    return isCoarse || other.isCoarse ? Self.isFinished(here) == Self.isFinished(there) : here == there
  }

  /// Whether it is a box with a usual mark, or no more than where a file is.
  private var isCoarse: Bool {
    written.map { ["[ ]", "[x]", "[X]"].contains(box?.meant ?? $0.text) } ?? true
  }

  private static func isFinished(_ stage: Vocabulary.Stage) -> Bool { stage == .done || stage == .closed }
}
