import StatusDiagnostics
import StatusFileSystem
import StatusReport
import StatusSyntax
import StatusText

/// The file of a baseline: JSON Lines, one finding a line.
struct BaselineFile {
  /// Its path, as the user gave it.
  let path: String
  private let fileSystem: any FileSystem

  private static let sizeLimit = 256 << 20

  /// The baseline at `path`, which need not exist.
  init(_ path: String, in fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// What it contains; nil if it does not exist.
  func read() throws(CommandError) -> Baseline? {
    let bytes: [UInt8]
    do {
      let directory = try Directory(opening: PathText.directory(of: path) ?? ".", in: fileSystem)
      bytes = try directory.readFollowing(PathText.name(of: path), within: "/", limit: Self.sizeLimit)
    } catch {
      if error.isNotFound { return nil }
      throw .failure(error)
    }
    var entries: [Baseline.Entry] = []
    var number = 0
    for line in bytes.lines(in: ByteRange(0, bytes.count)) {
      number += 1
      let text = Array(bytes[line.indices])
      if text.allSatisfy(ASCII.isBlank) { continue }
      entries.append(try entry(in: text, number))
    }
    return Baseline(entries)
  }

  /// Replaces its content.
  func write(_ baseline: Baseline) throws(CommandError) {
    do {
      try SingleFile(path, in: fileSystem).write(BaselineLines.render(baseline))
    } catch {
      throw .failure(error)
    }
  }

  private func entry(in line: [UInt8], _ number: Int) throws(CommandError) -> Baseline.Entry {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(where: { line.starts(with: $0.utf8) }) {
      throw fault(
        "an unresolved merge conflict", number,
        hint:
          "keep the lines of both sides, remove the markers, and run `statuslint check --baseline \(outside: path) "
          + "--update-baseline`")
    }
    let root = JSONTree(SourceText(path: path, bytes: line)).root
    guard let root, root.kind == .object, let fingerprint = root["fingerprint"]?.string,
      fingerprint.utf8.count == 16, let rule = root["rule"]?.string, let path = root["path"]?.string,
      let evidence = root["evidence"]?.string
    else {
      throw fault(
        "a line that is not a finding of a baseline", number,
        hint: "restore the line, or remove it: its finding is then reported again")
    }
    return Baseline.Entry(
      fingerprint: fingerprint, rule: rule, path: path, task: root["task"]?.integer,
      phase: root["phase"]?.string,
      evidence: evidence)
  }

  private func fault(_ found: Message, _ line: Int, hint: Message) -> CommandError {
    .usage("\(outside: path):\(line): \(found)", hint: hint)
  }
}
