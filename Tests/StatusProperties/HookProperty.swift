import StatusHooks
import StatusText

/// What holds for the event of an agent in any bytes: each edit in it is made or refused, and one that can be taken back
/// gives the bytes that it was made of.
enum HookProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  static func violation(_ bytes: [UInt8]) -> String? {
    for agent in HookAgent.allCases {
      guard let event = try? HookEventReader.read(bytes, from: agent) else { continue }
      switch event.moment {
      case .beforeEdit(let edits), .afterEdit(let edits):
        if let violation = edits.lazy.compactMap({ violation($0, bytes) }).first { return violation }
      case .beforeShell(let line), .afterShell(let line):
        if ShellTargets.of(line).contains(where: { $0.program.isEmpty }) {
          return "a file that nothing changes"
        }
      case .start, .stop, .other: break
      }
    }
    return nil
  }

  private static func violation(_ edit: FileEdit, _ bytes: [UInt8]) -> String? {
    for old in [bytes, [], nil] {
      guard case .bytes(let new) = edit.result(of: old) else { continue }
      guard case .replacements(let replacements) = edit.change, replacements.count == 1,
        !replacements[0].isForAll, let old, !old.contains(ASCII.carriageReturn)
      else { continue }
      if let origin = edit.origin(of: new), origin != old {
        return "an edit that is taken back is another one"
      }
    }
    return nil
  }
}
