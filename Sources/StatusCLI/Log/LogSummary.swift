import StatusText

/// What the lines of a log say together.
struct LogSummary {
  /// How many updates were done, and how many were not.
  struct Outcomes {
    /// Those that were done.
    fileprivate(set) var done = 0
    /// Those that were refused or failed.
    fileprivate(set) var refused = 0

    /// All of them.
    var total: Int { done + refused }

    fileprivate mutating func count(_ entry: LogEntry) {
      if entry.error == nil { done += 1 } else { refused += 1 }
    }
  }

  /// A line that could not be read.
  struct UnreadLine {
    /// Its number, from 1.
    let number: Int
    /// What it is instead of an entry.
    let reason: Message
  }

  /// All updates.
  private(set) var all = Outcomes()
  /// The time of the first and of the last update.
  private(set) var times: (first: String, last: String)?
  /// The updates of each command.
  private(set) var commands: [String: Outcomes] = [:]
  /// The updates of each session; those without one are under nil.
  private(set) var sessions: [String?: Outcomes] = [:]
  /// How often each type of error occurred.
  private(set) var errors: [String: Int] = [:]
  /// The updates that took longest, the longest first.
  private(set) var slowest: [LogEntry] = []
  /// The number of lines that could not be read.
  private(set) var unreadCount = 0
  /// The first of them.
  private(set) var unread: [UnreadLine] = []

  /// So many slow updates, and so many lines that could not be read, are kept.
  private static let mostKept = 10

  /// Sums up the lines of a file.
  init(_ bytes: [UInt8]) {
    var number = 0
    for line in bytes.lines(in: ByteRange(0, bytes.count)) {
      number += 1
      do throws(LogEntry.Fault) {
        count(try LogEntry(Array(bytes[line.indices])))
      } catch {
        unreadCount += 1
        if unread.count < Self.mostKept { unread.append(UnreadLine(number: number, reason: error.text)) }
      }
    }
  }

  private mutating func count(_ entry: LogEntry) {
    all.count(entry)
    commands[entry.command, default: Outcomes()].count(entry)
    sessions[entry.session, default: Outcomes()].count(entry)
    if let error = entry.error { errors[error, default: 0] += 1 }
    times = (min(times?.first ?? entry.time, entry.time), max(times?.last ?? entry.time, entry.time))
    if let last = slowest.last, slowest.count == Self.mostKept, last.seconds >= entry.seconds { return }
    let place = slowest.firstIndex { $0.seconds < entry.seconds } ?? slowest.count
    slowest.insert(entry, at: place)
    if slowest.count > Self.mostKept { slowest.removeLast() }
  }

  /// The commands by name.
  var commandsByName: [(name: String, outcomes: Outcomes)] {
    commands.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The sessions, those with the most updates first.
  var busiestSessions: [(name: String?, outcomes: Outcomes)] {
    sessions.sorted { ($1.value.total, $0.key ?? "") < ($0.value.total, $1.key ?? "") }.map {
      ($0.key, $0.value)
    }
  }

  /// The types of errors, the most frequent first.
  var errorsByCount: [(type: String, count: Int)] {
    errors.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
