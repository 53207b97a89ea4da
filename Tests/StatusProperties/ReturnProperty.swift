import StatusSync
import StatusSyntax
import StatusText

/// What holds for the return object in any bytes: it is complete, or every error says in which line and member it is.
enum ReturnProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    let tree = JSONTree(SourceText(path: "return.json", bytes: bytes))
    switch ExecutorReturn.read(tree) {
    case .success(let value): return violation(value)
    case .failure(let errors):
      if errors.errors.isEmpty { return "it is refused without an error" }
      let hasMembers = tree.root?.kind == .object
      return errors.errors.lazy.compactMap { violation($0, hasMembers: hasMembers, bytes) }.first
    }
  }

  private static func violation(_ value: ExecutorReturn) -> String? {
    if value.artifacts.contains(where: { $0.type.isEmpty || $0.path.isEmpty }) { return "an empty artifact" }
    if value.phases?.contains(where: { $0.number.isEmpty || $0.status.isEmpty }) ?? false {
      return "an empty phase"
    }
    if value.planVersion.map({ $0 < 1 }) ?? false { return "a version below 1" }
    return [value.summary, value.reason, value.session].contains("") ? "an empty text" : nil
  }

  private static func violation(_ error: SyncError, hasMembers: Bool, _ bytes: [UInt8]) -> String? {
    if !["MALFORMED_RETURN", "PHASE_STATUSES"].contains(error.code) { return "the code \(error.code)" }
    guard hasMembers else { return nil }
    let message = error.message.description
    guard let place = message.firstRange(of: "line "),
      let line = Int(message[place.upperBound...].prefix { $0.isNumber }), (1...bytes.count).contains(line)
    else { return "no line: \(message)" }
    let member = message[place.upperBound...].drop { $0.isNumber }
    return member.hasPrefix(": \"") ? nil : "no member: \(message)"
  }
}
