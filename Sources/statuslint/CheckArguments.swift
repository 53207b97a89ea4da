import ArgumentParser
import StatusDiagnostics
import StatusReport

/// `RULE=LEVEL`
struct SeverityArgument: ExpressibleByArgument {
  let rule: String
  let severity: Severity

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let severity = Severity(name: parts[1]) else { return nil }
    self.rule = parts[0]
    self.severity = severity
  }
}

/// A severity, or never.
enum FailOnArgument: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(name: rawValue) }
}

/// `FORMAT=FILE`
struct ReportArgument: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
    self.format = format
    self.path = parts[1]
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
