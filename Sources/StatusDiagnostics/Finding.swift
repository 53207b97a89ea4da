import StatusText

/// A fault that a rule has found, with everything that reports, baselines and fixes need.
///
/// - The `message` says what is wrong and quotes what was found. Valid values, suggestions and advice belong
///   in `help`.
/// - `related` contains the other files of a contradiction. `missingFrom` contains files in which something
///   is missing and that therefore have no location. A check of one file shows the findings of all these
///   files.
/// - The `description` of a fix says what it does; reports add the option that applies it.
package struct Finding: Sendable {
  /// What a finding is about. A profile can set the severity of a rule for one subject.
  package enum Subject: String, Sendable, CaseIterable {
    case tree, file, task, plan, phase, entry

    /// Some of the subjects.
    package struct Set: OptionSet, Sendable {
      /// A bit for each subject.
      package let rawValue: UInt8

      /// The set with these bits.
      package init(rawValue: UInt8) { self.rawValue = rawValue }

      /// The set of one.
      package init(_ subject: Subject) {
        rawValue =
          switch subject {
          case .tree: 1
          case .file: 2
          case .task: 4
          case .plan: 8
          case .phase: 16
          case .entry: 32
          }
      }

      /// Every subject.
      package static let all = Set(Subject.allCases.map { Set($0) })
    }
  }

  /// The name of the rule.
  package var rule: String
  /// The severity, after the profile and the command line were applied.
  package var severity: Severity
  /// The subject of the finding.
  package var subject: Subject
  /// The fault: lower case, no full stop, quotes the offending value.
  package var message: String
  /// The location; nil for a fault of the tree that has no file.
  package var location: Location?
  /// The number of the task, if there is one.
  package var task: Int?
  /// The number of the phase as written ("2", "6A"), if there is one.
  package var phase: String?
  /// The other locations of a fault that has several.
  package var related: [RelatedLocation]
  /// Files, relative to the repository root, in which the subject of the finding is missing; they need not
  /// exist. Files in `location` and `related` need not be repeated.
  package var missingFrom: [String]
  /// The part of the file at `location` that lacks something; nil if the finding is not about something missing there.
  package var lacking: ByteRange?
  /// What to do: the valid values, or what was probably meant.
  package var help: String?
  /// The correction, if it is known.
  package var fix: Fix?
  /// The text that was found. It identifies the finding if lines move.
  package var evidence: String
  /// How many findings of the tree that have the same identity come before it; the engine sets it.
  package var occurrence = 0

  /// A finding of `rule`; the engine sets the severity.
  package init(
    rule: String, subject: Subject, message: String, at location: Location?, task: Int? = nil,
    phase: String? = nil, related: [RelatedLocation] = [], missingFrom: [String] = [], help: String? = nil,
    fix: Fix? = nil, evidence: String = ""
  ) {
    self.rule = rule
    self.severity = .error
    self.subject = subject
    self.message = message
    self.location = location
    self.task = task
    self.phase = phase
    self.related = related
    self.missingFrom = missingFrom
    self.help = help
    self.fix = fix
    self.evidence = evidence
  }

  /// What was found, for people: the evidence, or else the message.
  package var foundText: String { evidence.isEmpty ? message : evidence }

  /// A hash of the rule, the task and phase or else the path, and the text that was found without its blanks (64-bit
  /// FNV-1a). The place in the file does not matter, and for a task the file does not matter either, so that both may
  /// change. Several findings may have the same.
  package var identity: UInt64 {
    var hash = FNV1a()
    func mix(_ text: String) {
      hash.add(text)
      hash.add(byte: 0xFF)
    }
    mix(rule)
    mix(task.map(String.init) ?? location?.path ?? "")
    mix(phase ?? "")
    for byte in foundText.utf8 where !ASCII.isWhitespace(byte) { hash.add(byte: byte) }
    return hash.value
  }

  /// Identifies the finding in its tree across runs, by its identity and by how many of the same come before it. Sixteen
  /// hexadecimal digits.
  package var fingerprint: String {
    var hash = identity
    // The hash goes on with the number; there is hardly ever one.
    if occurrence > 0 {
      var more = FNV1a()
      more.add("\(hash) \(occurrence)")
      hash = more.value
    }
    return hash.zeroPadded(to: 16, radix: 16)
  }
}
