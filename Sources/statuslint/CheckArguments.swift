import ArgumentParser
import StatusDiagnostics
import StatusReport

/// `RULE=LEVEL`
struct SeverityArgument {
  let rule: String
  let severity: Severity

  /// Reads it, or says what is wrong with it.
  @Sendable static func read(_ argument: String) throws -> SeverityArgument {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("it needs a rule, =, and a level, as in status-mismatch=warning")
    }
    guard let severity = Severity(name: parts[1]) else {
      throw ValidationError("there is no level '\(parts[1])'; use off, info, warning or error")
    }
    return SeverityArgument(rule: parts[0], severity: severity)
  }
}

/// A severity, or never.
enum FailOnArgument: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(name: rawValue) }
}

/// `FORMAT=FILE`
struct ReportArgument {
  let format: ReportFormat
  let path: String

  /// Reads it, or says what is wrong with it.
  @Sendable static func read(_ argument: String) throws -> ReportArgument {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("it needs a format, =, and a file, as in junit=statuslint.xml")
    }
    guard let format = ReportFormat(rawValue: parts[0]) else {
      throw ValidationError("there is no format '\(parts[0])'; use \(formats)")
    }
    return ReportArgument(format: format, path: parts[1])
  }

  /// "a, b or c"
  private static var formats: String {
    let names = ReportFormat.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

/// Which rules a JUnit report lists.
enum JUnitDetail: String, ExpressibleByArgument, CaseIterable {
  case failing, all
}

/// A size in bytes: `4096`, `512K`, `64M`, `1G`.
struct SizeArgument: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    // Offsets in files are 32 bits wide.
    guard let number = Int(digits), number >= 0, number <= Int(UInt32.max) >> (unit ?? 0) else { return nil }
    bytes = number << (unit ?? 0)
  }

  var defaultValueDescription: String { "\(bytes >> 20)M" }
}
