import StatusDiagnostics
import StatusText

/// A workflow command that annotates a place in a file: `::error file=a.md,line=1,title=some-rule::message`.
struct AnnotationCommand {
  private let kind: String
  private let rule: String
  private let message: String
  private let path: String
  private let start: TextPosition?
  private let end: TextPosition?

  /// The annotation of `finding` in the file at `path`.
  init(_ finding: Finding, path: String, _ positions: inout FindingPositions) {
    kind = Self.kind(finding.severity)
    rule = finding.rule
    message = finding.message
    self.path = path
    start = finding.location.map { positions.start(of: $0) }
    end = finding.location.map { positions.end(of: $0) }
  }

  /// The annotation of a finding that is in the baseline, but is gone.
  init(_ entry: Baseline.Entry, path: String) {
    kind = Self.kind(.info)
    rule = entry.rule
    message = entry.staleMessage
    self.path = path
    (start, end) = (nil, nil)
  }

  /// Appends the command and ends the line.
  func write(to buffer: inout ReportBuffer) {
    buffer.write("::")
    buffer.write(safe: kind)
    buffer.write(" file=")
    buffer.write(bytes: Self.escaped(path, isProperty: true))
    write(",line=", start?.line, to: &buffer)
    write(",endLine=", end?.line, to: &buffer)
    // GitHub ignores columns of an annotation of several lines.
    if start?.line == end?.line {
      write(",col=", start?.column, to: &buffer)
      write(",endColumn=", end?.column, to: &buffer)
    }
    buffer.write(",title=")
    buffer.write(bytes: Self.escaped(rule, isProperty: true))
    buffer.write("::")
    buffer.write(bytes: Self.escaped(message, isProperty: false))
    buffer.endLine()
  }

  private static func kind(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info, .off: "notice"
    }
  }

  private func write(_ name: StaticString, _ number: Int?, to buffer: inout ReportBuffer) {
    guard let number else { return }
    buffer.write(name)
    buffer.write(number)
  }

  /// `text` as the runner reads it back (ActionCommand.cs): it unescapes `%25`, `%0D` and `%0A`, in properties also
  /// `%3A` and `%2C`, and nothing else. Line ends of a path are escaped that way, and everything else that must not be
  /// shown raw as everywhere.
  private static func escaped(_ text: String, isProperty: Bool) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    for byte in safe(text, keepsLineEnds: isProperty) {
      switch byte {
      case UInt8(ascii: "%"): escaped += "%25".utf8
      case ASCII.lineFeed: escaped += "%0A".utf8
      case ASCII.carriageReturn: escaped += "%0D".utf8
      case UInt8(ascii: ":") where isProperty: escaped += "%3A".utf8
      case UInt8(ascii: ",") where isProperty: escaped += "%2C".utf8
      default: escaped.append(byte)
      }
    }
    return escaped
  }

  /// `text` with what must not be shown raw as escapes, and without `##[`, which begins a command of the older kind.
  private static func safe(_ text: String, keepsLineEnds: Bool) -> [UInt8] {
    var shown: [UInt8] = []
    if keepsLineEnds {
      for part in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: ASCII.isLineEnd) {
        DisplayText.append(String(Substring(part)), to: &shown)
        if part.endIndex < text.utf8.endIndex { shown.append(text.utf8[part.endIndex]) }
      }
    } else {
      DisplayText.append(text, to: &shown)
    }
    return WorkflowCommandGuard.guarded(shown, by: .shown)
  }
}
