import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusReport
import StatusText

/// Asks on a terminal, for each fix, whether to make it. The answers hold for later rounds, in which the same fix is made
/// again from the new text. Nothing is written before all questions are answered.
final class FixPrompt {
  /// Whether the user has quit, or the input has ended: nothing is to be written.
  private(set) var hasQuit = false
  private let console: Console
  private let shown: (String) -> String
  /// The fingerprints of the findings that were asked about.
  private var asked: Set<String> = []
  /// The identities of the findings whose fixes were declined.
  private var declined: Set<UInt64> = []
  private var rules: Set<String> = []
  private var paths: Set<String> = []

  private static let help: Message = """
    y  make this fix
    n  do not make this fix
    a  make this fix and all others of the rule
    f  make this fix and all others in the file
    q  quit, and write nothing
    ?  show this help

    """

  /// A prompt on the terminal of `console`, which shows paths from the repository root as `shown` makes them.
  init(_ console: Console, shown: @escaping (String) -> String) {
    self.console = console
    self.shown = shown
  }

  /// Makes sure that the user can answer.
  static func requireTerminal(in surroundings: Surroundings) throws(CommandError) {
    guard surroundings.standardInput.isTerminal, surroundings.standardOutput.isTerminal else {
      throw .usage(
        "--interactive needs a terminal for input and output",
        hint: "use --diff to see the fixes, and --fix to make them")
    }
  }

  /// Whether to make `fix` of `finding`, in files with these `bytes`.
  func wants(_ finding: Finding, _ fix: Fix, bytes: (String) -> [UInt8]?) -> Bool {
    if hasQuit { return false }
    // Of equal findings, each is asked about once. In a later round they cannot be told apart, so that none is fixed then
    // if one was declined.
    guard asked.insert(finding.fingerprint).inserted else { return !declined.contains(finding.identity) }
    if rules.contains(finding.rule) || finding.location.map({ paths.contains($0.path) }) ?? false {
      return true
    }
    let answer = ask(finding, fix, bytes)
    if !answer { declined.insert(finding.identity) }
    return answer
  }

  private func ask(_ finding: Finding, _ fix: Fix, _ bytes: (String) -> [UInt8]?) -> Bool {
    let place: Message = finding.location.map { "\(outside: shown($0.path)): " } ?? ""
    write("\n\(place)\(finding.severity.name): \(finding.message) [\(finding.rule)]\n")
    for file in fix.files { write(diff(of: file, bytes(file.path))) }
    while true {
      write("\(fix.description)? [y,n,a,f,q,?] ")
      guard let line = surroundings.standardInput.readLine() else {
        write("\n")
        hasQuit = true
        return false
      }
      switch String(decoding: line, as: UTF8.self).lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      case "a":
        rules.insert(finding.rule)
        return true
      case "f":
        if let path = finding.location?.path { paths.insert(path) }
        return true
      case "q":
        hasQuit = true
        return false
      default: write(Self.help)
      }
    }
  }

  private var surroundings: Surroundings { console.surroundings }

  private func diff(of file: Fix.FileEdits, _ bytes: [UInt8]?) -> [UInt8] {
    guard let edits = EditSet(file.edits) else { return [] }
    return UnifiedDiff.render(
      name: FileName.bytes(of: file.path), original: bytes, edits: edits, style: console.patchStyle)
  }

  private func write(_ message: Message) { write(Array(message.shown.utf8)) }

  /// A terminal that is gone has no input either.
  private func write(_ bytes: [UInt8]) { _ = try? surroundings.standardOutput.write(bytes) }
}
