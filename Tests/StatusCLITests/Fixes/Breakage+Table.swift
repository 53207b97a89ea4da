import StatusCLI

extension Breakage {
  /// At least one for every rule with a safe fix that restores a form.
  static let all: [Breakage] =
    markers + headings + timestamps + counts + [
      Breakage(name: "a byte order mark", rule: "byte-order-mark", applies: any) { ["\u{FEFF}" + $0] },
      Breakage(
        name: "a second Status", rule: "duplicate-status", applies: { todo($0) || plan($0) },
        spoil: lines({ $0.hasPrefix("- **Status**: ") }) { "\($0)\n\($0)" }),
      Breakage(
        name: "a number in quotes", rule: "wrong-state-type",
        applies: { registry($0) || projectState($0) },
        spoil: lines({ $0.contains("\"project_number\": ") }) {
          $0.replacing(/"project_number": (\d+)/) { "\"project_number\": \"\($0.1)\"" }
        }),
      Breakage(
        name: "a comment that suppresses nothing", rule: "unused-suppression",
        applies: { todo($0) || plan($0) },
        spoil: lines({ $0.hasPrefix("- **Status**: ") }) {
          "<!-- statuslint-disable-next-line no-such-rule -- once -->\n\($0)"
        }),
      Breakage(
        name: "a second Effort", rule: "duplicate-field", applies: { todo($0) || plan($0) },
        spoil: lines({ $0.hasPrefix("- **Effort**: ") }) { "\($0)\n\($0)" }),
      Breakage(
        name: "all phases one level higher", rule: "phase-heading-level", applies: plan, spoil: phases("##")),
      Breakage(
        name: "all phases one level deeper", rule: "phase-heading-level", applies: plan, spoil: phases("####")
      ),
      Breakage(
        name: "one phase one level deeper", rule: "phase-heading-level", applies: plan,
        spoil: lines({ isPhase($0) && $0.hasPrefix("### Phase 2") }) { "#" + $0 }),
    ]

  private static let markers = [
    Breakage(
      name: "[COMPLETE]", rule: "nonstandard-marker", applies: { todo($0) || plan($0) },
      spoil: replacing("[COMPLETED]\n", with: "[COMPLETE]\n")),
    Breakage(
      name: "no brackets", rule: "nonstandard-marker", applies: todo,
      spoil: replacing("- **Status**: [NOT STARTED]\n", with: "- **Status**: Not Started\n")),
    Breakage(
      name: "blanks and case", rule: "nonstandard-marker", applies: todo,
      spoil: replacing("[RESEARCHED]", with: "[ researched ]")),
    Breakage(
      name: "a hyphen in a phase", rule: "nonstandard-marker", applies: plan,
      spoil: lines({ isPhase($0) && $0.hasSuffix("[NOT STARTED]") }) {
        $0.replacing("[NOT STARTED]", with: "[NOT-STARTED]")
      }),
    Breakage(
      name: "a plan's Status", rule: "plan-status-mismatch", applies: plan,
      spoil: replacing("- **Status**: [COMPLETED]\n", with: "- **Status**: [NOT STARTED]\n")),
    Breakage(
      name: "a new plan's Status", rule: "plan-status-mismatch", applies: plan,
      spoil: replacing("- **Status**: [NOT STARTED]\n", with: "- **Status**: [BLOCKED]\n")),
    Breakage(
      name: "capitals and a blank", rule: "unknown-state-status", applies: registry,
      spoil: replacing("\"status\": \"not_started\"", with: "\"status\": \"NOT STARTED\"")),
    Breakage(
      name: "complete", rule: "unknown-state-status", applies: { registry($0) || projectState($0) },
      spoil: replacing("\"status\": \"completed\"", with: "\"status\": \"complete\"")),
    Breakage(
      name: "Active", rule: "unknown-state-status", profiles: [.opencode], applies: projectState,
      spoil: replacing("\"status\": \"active\"", with: "\"status\": \"Active\"")),
  ]

  private static let headings = [
    Breakage(
      name: "a glyph after a title", rule: "emoji-in-heading", applies: todo,
      spoil: lines(isTask) { $0 + " 🐛" }),
    Breakage(
      name: "a glyph before a title", rule: "emoji-in-heading", applies: todo,
      spoil: lines(isTask) { $0.replacing(". ", with: ". 🚀 ", maxReplacements: 1) }),
    Breakage(
      name: "a check mark after a phase's marker", rule: "emoji-in-heading", applies: plan,
      spoil: lines({ isPhase($0) && $0.hasSuffix("[COMPLETED]") }) { $0 + " ✅" }),
    Breakage(
      name: "a glyph before a phase", rule: "emoji-in-heading", applies: plan,
      spoil: lines(isPhase) { $0.replacing("### ", with: "### 📦 ") }),
  ]

  private static let timestamps = [
    Breakage(
      name: "an offset of nothing", rule: "timestamp-form", applies: plan,
      spoil: lines({ $0.hasPrefix("- **Completed**: ") && !$0.contains("2024-") }) {
        $0.replacing("Z", with: "+00:00", maxReplacements: 1)
      }),
    Breakage(
      name: "an offset of an hour", rule: "timestamp-form", applies: { registry($0) || projectState($0) },
      spoil: lines({ $0.contains("\"created\": \"") }) { anHourAhead($0) }),
    Breakage(
      name: "a full timestamp for a date", rule: "timestamp-form", profiles: [.opencode], applies: todo,
      spoil: lines({ $0.hasPrefix("- **Started**: ") }) { $0 + "T10:15:00Z" }),
    Breakage(
      name: "slashes", rule: "timestamp-form", profiles: [.opencode], applies: registry,
      spoil: lines({ $0.contains("\"completed\": \"") }) { $0.replacing("-", with: "/") }),
    Breakage(
      name: "_at", rule: "timestamp-field-name", applies: registry,
      spoil: replacing("\"started\":", with: "\"started_at\":")),
    Breakage(
      name: "a null", rule: "placeholder-timestamp", applies: registry,
      spoil: lines({ $0.contains("\"status\": \"completed\"") }) { line in
        "\(line)\n\(line.prefix { $0 == " " })\"abandoned\": null,"
      }),
    Breakage(
      name: "a TBD", rule: "placeholder-timestamp", applies: todo,
      spoil: lines({ $0.hasPrefix("- **Status**: ") && !$0.contains("BLOCKED") }) {
        "\($0)\n- **Blocked**: TBD"
      }),
    Breakage(
      name: "a field with nothing in it", rule: "placeholder-timestamp", applies: plan,
      spoil: lines({ isPhase($0) && $0.hasSuffix("[NOT STARTED]") }) { "\($0)\n- **Started**:" }),
    Breakage(
      name: "a date that was not brought up", rule: "stale-last-updated", applies: registry,
      spoil: staleEntries),
  ]

  private static let counts = [
    Breakage(
      name: "a count", rule: "overview-count", profiles: [.opencode], applies: todo,
      spoil: lines({ $0.hasPrefix("- **Total Tasks:**") || $0.contains(" Priority:** ") }) { $0 + "0" }),
    Breakage(
      name: "a count of what is done", rule: "overview-count", profiles: [.opencode], applies: todo,
      spoil: lines({ $0.hasPrefix("- **Completed:**") }) { "\($0)1" }),
    Breakage(
      name: "the number of a plan's phases", rule: "plan-metadata-mismatch",
      profiles: [.opencode], applies: { registry($0) || projectState($0) },
      spoil: lines({ $0.contains("\"phase_count\": ") }) {
        $0.replacing(/"phase_count": (\d+)/) { "\"phase_count\": 1\($0.1)" }
      }),
    Breakage(
      name: "the registry's number", rule: "front-matter-mismatch", profiles: [.opencode], applies: registry,
      spoil: lines({ $0.contains("\"next_project_number\"") }) { $0.replacing(",", with: "7,") }),
    Breakage(
      name: "the front matter's number", rule: "front-matter-mismatch", profiles: [.claude], applies: todo,
      spoil: lines({ $0.hasPrefix("next_project_number: ") }) { $0 + "7" }),
  ]

  /// The time of day an hour later, and the offset that makes up for it; nil in the day's last hour.
  private static func anHourAhead(_ line: String) -> String? {
    guard let place = line.firstRange(of: "T"), line.contains("Z\"") else { return nil }
    let hour = line[place.upperBound...].prefix(2)
    guard let value = Int(hour), value < 23 else { return nil }
    let later = value + 1 < 10 ? "0\(value + 1)" : "\(value + 1)"
    return line.replacingCharacters(in: hour.startIndex..<hour.endIndex, with: later).replacing(
      "Z\"", with: "+01:00\"")
  }

  /// The entries whose last_updated is the date of something in them, with an older one.
  private static let staleEntries: @Sendable (String) -> [String] = { text in
    let entries = text.components(behind: "    {\n")
    return entries.indices.dropFirst().filter { index in
      let lines = entries[index].split(separator: "\n").filter { $0.hasPrefix("      \"") }
      let dates = lines.filter { $0.contains(": \"20") && !$0.contains("last_updated") }
        .compactMap { $0.split(separator: "\"").dropFirst(3).first }
      let updated = lines.first { $0.contains("\"last_updated\"") }?.split(separator: "\"").dropFirst(3).first
      return dates.count > 1 && dates.max() == updated
    }.prefix(3).map { index in
      var changed = entries
      changed[index] = changed[index].split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard line.contains("\"last_updated\": \"20") else { return String(line) }
        return line.contains("T") && line.contains("Z")
          ? "      \"last_updated\": \"2024-01-01T00:00:00Z\"," : "      \"last_updated\": \"2024-01-01\","
      }.joined(separator: "\n")
      return changed.joined()
    }
  }
}

extension String {
  /// The text before the first `separator`, and each of the texts that begin with one.
  fileprivate func components(behind separator: String) -> [String] {
    let starts = [startIndex] + ranges(of: separator).map(\.lowerBound)
    return zip(starts, starts.dropFirst() + [endIndex]).map { String(self[$0..<$1]) }
  }
}
