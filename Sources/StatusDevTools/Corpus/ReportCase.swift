import StatusCLI
import StatusFileSystem
import StatusReport
import StatusSyntax
import StatusText

/// A case of Corpus/reports: a tree, and its report in every format.
package struct ReportCase: Sendable {
  /// The file that makes a directory such a case.
  static let name = "reports.json"

  /// The case's directory, as it was found.
  let directory: String
  /// The time of the check, in seconds since 1970.
  let now: Int
  /// More arguments of `statuslint check`.
  let arguments: [String]

  /// Reads the case in `directory`.
  init(directory: String) throws(CorpusCase.Malformed) {
    let bytes: [UInt8]
    do {
      bytes = try Directory(opening: directory).read(Self.name, limit: 1 << 20)
    } catch {
      throw CorpusCase.Malformed(message: error.message.plain)
    }
    let root = JSONTree(SourceText(path: Self.name, bytes: bytes)).root
    let known: Set = ["purpose", "now", "arguments"]
    if let stranger = root?.members.first(where: { !known.contains($0.key) }) {
      throw CorpusCase.Malformed(
        message: "\(directory)/\(Self.name) has the unknown key \"\(stranger.key)\"")
    }
    guard root?["purpose"]?.string != nil,
      let now = root?["now"]?.string.flatMap({ MomentArgument.seconds($0) })
    else { throw CorpusCase.Malformed(message: "\(directory)/\(Self.name) needs a purpose and a now") }
    self.directory = directory
    self.now = now
    arguments = root?["arguments"]?.elements.compactMap(\.string) ?? []
  }

  /// Where the report in `format` is.
  func path(of format: ReportFormat) -> String { "\(directory)/reports/\(format.name).txt" }

  /// What the report in `format` has to be.
  func expected(_ format: ReportFormat) throws(FileSystemError) -> [UInt8] {
    try Directory(opening: "\(directory)/reports").read("\(format.name).txt", limit: 1 << 24)
  }
}
