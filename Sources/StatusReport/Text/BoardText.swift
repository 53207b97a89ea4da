import StatusDiagnostics
import StatusText

/// `show --board`: the tasks of a tree by status, for people.
package struct BoardText {
  private let tasks: [TaskOverview]
  private let tree: CheckedTree
  private let palette: Palette
  private let width: Int?
  private let numberWidth: Int

  /// Of a status that has ended, so many tasks are listed.
  private static let mostEnded = 10
  private static let barWidth = 10
  /// A terminal with fewer columns has no room for bars.
  private static let leastWidthForBars = 60
  private static let leastTitleWidth = 10

  /// The board of `tasks`, which are those of `tree`.
  package init(_ tasks: [TaskOverview], of tree: CheckedTree, _ options: ReportOptions) {
    self.tasks = tasks
    self.tree = tree
    palette = Palette(color: options.color)
    width = options.width
    numberWidth = tasks.map { String($0.number).utf8.count }.max() ?? 0
  }

  /// A paragraph for each status with a line for each task, and a last line with the count.
  package func render() -> [UInt8] {
    var buffer = ReportBuffer(capacity: tasks.count * 100 + 256)
    for column in TaskBoard(tasks).columns { write(column, to: &buffer) }
    buffer.write(safe: "\(Counted(tasks.count, "task")) in ")
    buffer.write(shown: tree.root.isEmpty ? "." : tree.root)
    buffer.write(", profile ")
    buffer.write(shown: "\(tree.profile): \(tree.profileReason)")
    buffer.endLine()
    return buffer.bytes
  }

  private func write(_ column: TaskBoard.Column, to buffer: inout ReportBuffer) {
    buffer.write(palette.start(column.state.kind))
    buffer.write(shown: column.state.name)
    buffer.write(palette.end)
    buffer.write(safe: "  \(column.tasks.count)\n")
    let isCut = column.state.kind.hasEnded && column.tasks.count > Self.mostEnded
    let listed = isCut ? column.tasks.prefix(Self.mostEnded) : column.tasks[...]
    let counts = listed.map { $0.phasesText.utf8.count }
    let countWidth = counts.max() ?? 0
    for (task, count) in zip(listed, counts) {
      write(task, phaseColumns: countWidth, padding: countWidth - count, to: &buffer)
    }
    if isCut { buffer.write(safe: "  and \(column.tasks.count - listed.count) more\n") }
    buffer.endLine()
  }

  /// The line of a task: its number, its phases as a bar and as numbers, which take `phaseColumns`, and its title.
  private func write(
    _ task: TaskOverview, phaseColumns: Int, padding: Int, to buffer: inout ReportBuffer
  ) {
    let number = String(task.number)
    buffer.write(ASCII.space, times: 2 + numberWidth - number.utf8.count)
    buffer.write(safe: "\(number)  ")
    var used = 4 + numberWidth
    if phaseColumns > 0 {
      if width.map({ $0 >= Self.leastWidthForBars }) ?? true {
        buffer.write(safe: Self.bar(of: task))
        buffer.write("  ")
        used += Self.barWidth + 2
      }
      buffer.write(ASCII.space, times: padding)
      buffer.write(safe: task.phasesText)
      buffer.write("  ")
      used += phaseColumns + 2
    }
    let title = DisplayText.escaped(task.title.isEmpty ? "(no title)" : task.title)
    let room = width.map { max($0 - used, Self.leastTitleWidth) }
    buffer.write(safe: room.map { DisplayWidth.cut(title, to: $0) } ?? title)
    buffer.endLine()
  }

  /// Which share of its phases a task has done; blanks if it has none or their number is not known.
  private static func bar(of task: TaskOverview) -> String {
    guard let share = task.shareDone else { return String(repeating: " ", count: barWidth) }
    let done = Int(share * Double(barWidth))
    return String(repeating: "█", count: done) + String(repeating: "░", count: barWidth - done)
  }
}

extension TaskOverview {
  /// "3/5"; empty without phases.
  fileprivate var phasesText: String { phases.isEmpty ? "" : "\(phasesDone)/\(phaseCount)" }
}

extension Palette {
  /// Starts the color of a status that means `kind`.
  fileprivate func start(_ kind: TaskOverview.Kind) -> StaticString {
    switch kind {
    case .active: start(.info)
    case .waiting: start(.error)
    case .done: fixed
    case .resting, .open, .ended: bold
    }
  }
}
