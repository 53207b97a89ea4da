import StatusClaims
import StatusText

/// A directory of a phase: `phases/02-bed-layout`, with what its files prove.
struct PhaseDirectory {
  /// A plan in it.
  struct Plan {
    let key: PlanKey
    /// The path of the file, from the root.
    let path: String
    /// The path of the SUMMARY; nil if there is none.
    var summary: String?
    /// Whether the SUMMARY says that the plan was not carried out.
    var isUnproven = false

    var isDone: Bool { summary != nil && !isUnproven }
  }

  /// The path, from the root.
  let path: String
  let number: GSDNumber
  /// The words of its name after the number.
  let slug: Set<ArraySlice<UInt8>>
  /// The plans that are to be carried out, in the order of their names.
  private(set) var plans: [Plan] = []
  /// Files of a SUMMARY without a plan.
  private(set) var orphans: [String] = []
  /// Files that carry the number of another phase.
  private(set) var strangers: [(path: String, name: PlanFileName)] = []
  /// Empty files of plans and summaries.
  private(set) var empty: [String] = []
  /// The status of the verification.
  private(set) var verification: PlacedText?
  private var places: [PlanKey: Int] = [:]
  /// Whether one SUMMARY stands for several plans, so that nothing can be said of one of them.
  private(set) var isSummarizedAsWhole = false
  /// So many plans and summaries as upstream counts.
  private(set) var upstream = (done: 0, total: 0)

  /// The directory `name` in `phases`; nil if it does not begin with a number.
  init?(_ name: String, in tree: PlanTree, code: String?) {
    guard let (number, slug) = Self.parse(name, code: code) else { return nil }
    path = PathText.joined("phases", name)
    self.number = number
    self.slug = slug
    read(tree, code)
  }

  /// The number and the words of a directory's name.
  static func parse(_ name: String, code: String?) -> (number: GSDNumber, slug: Set<ArraySlice<UInt8>>)? {
    let bytes = Array(name.utf8)
    var cursor = TextCursor(bytes, ByteRange(0, bytes.count))
    guard let number = GSDNumber.take(&cursor, code: code), cursor.isAtEnd || cursor.take("-") else {
      return nil
    }
    return (number, TaskWords.words(bytes[cursor.place...]))
  }

  /// The plan with this number.
  func plan(_ key: PlanKey) -> Plan? { places[key].map { plans[$0] } }

  /// How many plans are carried out, of how many.
  var counts: (done: Int, total: Int) { (plans.count(where: \.isDone), plans.count) }

  /// The same in a message.
  var proof: String {
    "\(counts.done) of \(Counted(counts.total, "plan")) \(counts.done == 1 ? "has" : "have") a SUMMARY"
  }

  /// Whether the plans can be counted: a plan of a whole phase may hold several.
  var isCountable: Bool {
    !isSummarizedAsWhole && !plans.isEmpty && !(plans.count == 1 && plans[0].key.isWhole)
  }

  /// Whether there are plans, and all of them are carried out.
  var isDone: Bool { !plans.isEmpty && plans.allSatisfy(\.isDone) }

  /// Whether some plan is not carried out.
  var isOpen: Bool { !isSummarizedAsWhole && plans.contains { $0.summary == nil } }

  private mutating func read(_ tree: PlanTree, _ code: String?) {
    var found: [(path: String, name: PlanFileName)] = []
    for directory in [path, PathText.joined(path, "plans")] {
      for file in tree.fileNames(in: directory) {
        if let name = PlanFileName(file, code: code) {
          found.append((PathText.joined(directory, file), name.inDirectory(of: number)))
        }
      }
    }
    let numbered = found.contains { $0.name.kind == .plan && !$0.name.key.isWhole }
    var summaries: [PlanKey: String] = [:]
    var superseded: Set<PlanKey> = []
    var keys: Set<PlanKey> = []
    for (path, name) in found {
      let file = tree.files[path]
      if name.kind != .verification, file?.source.bytes.isEmpty ?? false { empty.append(path) }
      switch name.kind {
      case .plan: upstream.total += 1
      case .summary: upstream.done += 1
      case .verification: break
      }
      guard name.phase == number else {
        if name.kind != .verification { strangers.append((path, name)) }
        continue
      }
      switch name.kind {
      case .verification:
        verification = verification ?? file.flatMap { FrontMatterFields($0)["status"] }
      case .summary: summaries[name.key] = path
      case .plan:
        // Beside numbered plans, one without a number is an index of them.
        let isIndex = name.key.isWhole && numbered
        let isSuperseded = file.map { Self.isSuperseded($0) } ?? false
        if isSuperseded {
          superseded.insert(name.key)
        } else if !isIndex, keys.insert(name.key).inserted {
          plans.append(Plan(key: name.key, path: path))
        }
      }
    }
    for key in superseded { summaries[key] = nil }
    pair(&summaries, tree)
  }

  /// Gives each plan its SUMMARY.
  private mutating func pair(_ summaries: inout [PlanKey: String], _ tree: PlanTree) {
    let whole = summaries.removeValue(forKey: .whole)
    isSummarizedAsWhole = whole != nil && plans.count > 1
    for index in plans.indices {
      let own = summaries.removeValue(forKey: plans[index].key)
      guard let summary = own ?? (plans.count == 1 ? whole : nil) else { continue }
      plans[index].summary = summary
      plans[index].isUnproven = isUnproven(summary, tree)
    }
    // The only plan, of the whole phase, may have a SUMMARY with a number.
    if plans.count == 1, plans[0].key.isWhole, plans[0].summary == nil, summaries.count == 1,
      let (key, summary) = summaries.first
    {
      plans[0].summary = summary
      plans[0].isUnproven = isUnproven(summary, tree)
      summaries[key] = nil
    }
    orphans = summaries.values.sorted()
    places = Dictionary(plans.indices.map { (plans[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func isSuperseded(_ file: PlanFile) -> Bool {
    FrontMatterFields(file)["status"].map { $0.text.lowercased().hasPrefix("superseded") } ?? false
  }

  /// Whether the SUMMARY says itself that the plan was not carried out.
  private func isUnproven(_ path: String, _ tree: PlanTree) -> Bool {
    guard let status = tree.files[path].flatMap({ FrontMatterFields($0)["status"] }) else { return false }
    let word = Vocabulary.fold(status.text)
    return Self.unproven.contains { word.hasPrefix($0) }
  }

  private static let unproven = [
    "partial", "halted", "blocked", "reverted", "deferred", "checkpoint", "failed", "in-progress", "pending",
  ]
}
