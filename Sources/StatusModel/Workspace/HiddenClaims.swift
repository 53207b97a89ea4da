import StatusSyntax
import StatusText

/// What an unclosed block hides of a task list or a plan.
package struct HiddenClaims: Sendable {
  /// The numbers of the tasks whose headings it hides, in order.
  package var tasks: [Int] = []
  /// How many phase headings it hides.
  package var phaseCount = 0
  /// Whether it hides a field that says what a task is, or how far.
  package var hasFields = false
  /// The block; nil if nothing is hidden.
  package var block: UnclosedBlock?
  /// The first line that it hides and that would mean something.
  package var first = ByteRange.zero

  /// Nothing hidden.
  init() {}

  /// What the unclosed block that `source` ends with hides of a task list.
  init(ofTaskList source: SourceText, _ blocks: [UnclosedBlock], _ vocabulary: StatusVocabulary) {
    guard let block = blocks.last, let text = block.hiddenText(of: source) else { return }
    let parser = TaskListParser(
      text, MarkdownOutline(text), vocabulary: vocabulary, only: [], isHidden: true)
    let list = parser.parse()
    let fields = list.fields.filter { $0.name?.describesTask ?? false }
    tasks = list.tasks.map(\.number)
    hasFields = !fields.isEmpty
    note(block, [list.tasks.first?.heading, fields.first?.nameRange])
  }

  /// What the unclosed block that `source` ends with hides of a plan.
  init(ofPlan source: SourceText, _ blocks: [UnclosedBlock], _ vocabulary: StatusVocabulary) {
    guard let block = blocks.last, let text = block.hiddenText(of: source) else { return }
    let plan = PlanParser(text, MarkdownOutline(text), vocabulary: vocabulary, isHidden: true).parse()
    let fields = plan.fields.filter { $0.name?.describesTask ?? false }
    phaseCount = plan.phases.count + plan.unreadablePhases.count
    hasFields = !fields.isEmpty
    note(block, [plan.phases.first?.heading, plan.unreadablePhases.first, fields.first?.nameRange])
  }

  private mutating func note(_ block: UnclosedBlock, _ claims: [ByteRange?]) {
    guard let claim = claims.compactMap({ $0 }).min() else { return }
    first = ByteRange(claim.lower + block.opening.upper, claim.upper + block.opening.upper)
    self.block = block
  }
}
