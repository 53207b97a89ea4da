/// Which module may import which: the table of docs/architecture.md, as data.
struct ImportTable: Sendable {
  /// What one target may import.
  struct Row: Sendable {
    /// Modules of ours.
    let ours: Set<String>
    /// Modules of the system, the toolchain and other packages.
    let others: Set<String>

    init(_ ours: Set<String> = [], others: Set<String> = []) {
      self.ours = ours
      self.others = others
    }

    /// All of them.
    var all: Set<String> { ours.union(others) }
  }

  /// The targets with Swift sources in Sources/.
  static let sources: [String: Row] = [
    "StatusText": Row([], others: ["Glibc"]),
    // A tree of JSON keeps its style, once several threads may have asked for it.
    "StatusSyntax": Row(["StatusText"], others: ["Glibc", "Synchronization"]),
    "StatusModel": Row(["StatusSyntax", "StatusText"], others: ["Glibc"]),
    "StatusEditing": Row(["StatusModel", "StatusSyntax", "StatusText"]),
    "StatusDiagnostics": Row(["StatusText"]),
    "StatusConfiguration": Row([
      "StatusClaims", "StatusFormats", "StatusModel", "StatusDiagnostics", "StatusSyntax", "StatusText",
    ]),
    // No system: a rule that could open a file would be one that a test cannot hold to its workspace.
    "StatusRules": Row(["StatusModel", "StatusEditing", "StatusDiagnostics", "StatusSyntax", "StatusText"]),
    "StatusClaims": Row(["StatusDiagnostics", "StatusSyntax", "StatusText"]),
    "StatusFormats": Row(["StatusClaims", "StatusModel", "StatusDiagnostics", "StatusSyntax", "StatusText"]),
    "StatusRuntime": Row(["CSystemShims"], others: ["Glibc", "Synchronization"]),
    "StatusFileSystem": Row(["CSystemShims", "StatusText"], others: ["Glibc", "Synchronization"]),
    "StatusCommit": Row(
      ["StatusFileSystem", "StatusRuntime", "StatusText"], others: ["Glibc", "Synchronization"]),
    "StatusSync": Row(["StatusModel", "StatusEditing", "StatusSyntax", "StatusText"]),
    "StatusReport": Row(["StatusDiagnostics", "StatusText", "CLibXML2"]),
    "StatusEngine": Row(
      [
        "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusRules", "StatusClaims",
        "StatusFormats", "StatusRuntime", "StatusFileSystem",
      ], others: ["Synchronization"]),
    "StatusHistory": Row(
      [
        "StatusEngine", "StatusClaims", "StatusFormats", "StatusModel", "StatusFileSystem", "StatusRuntime",
        "StatusText",
      ], others: ["Synchronization"]),
    "StatusHooks": Row([
      "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusClaims", "StatusEngine",
      "StatusSync", "StatusReport",
    ]),
    "StatusCLI": Row(
      [
        "StatusEngine", "StatusConfiguration", "StatusHistory", "StatusClaims", "StatusFormats",
        "StatusHooks",
        "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusRules", "StatusFileSystem",
        "StatusRuntime", "StatusCommit", "StatusSync", "StatusReport",
      ], others: ["Glibc", "Synchronization"]),
    "StatusDevTools": Row(
      [
        "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusRules", "StatusFileSystem",
        "StatusRuntime", "StatusCommit", "StatusReport", "StatusCLI",
      ], others: ["Glibc"]),
    "statuslint": Row(["StatusCLI"], others: ["ArgumentParser", "Glibc"]),
    "statuslint-dev": Row(
      ["StatusCLI", "StatusDevTools", "StatusEngine", "StatusFileSystem", "StatusModel", "StatusRules"],
      others: ["ArgumentParser", "Glibc", "Subprocess", "SystemPackage"]),
  ]

  /// The targets without Swift sources.
  static let systemLibraries: Set = ["CLibXML2", "CSystemShims", "CCMark", "CYAML", "CLibFuzzer"]

  /// What tests of a module import besides what the module may, since they judge it by other means.
  static let testExtras: [String: Set<String>] = [
    "StatusSyntaxTests": ["CCMark", "CYAML", "StatusProperties"],
    "StatusReportTests": ["CCMark"],
    // Synthetic trees and the corpus are what fixes are tried on.
    "StatusCLITests": ["StatusDevTools", "StatusTestTrees"],
    // The examples of the rules are trees.
    "StatusRulesTests": ["StatusTestTrees"],
    "StatusEngineTests": ["StatusTestTrees"],
    "StatusFileSystemTests": ["StatusRuntime"],
  ]

  /// The targets about what holds for any bytes: the properties, their tests, and the fuzzer.
  static let properties: [String: Set<String>] = [
    "StatusProperties": [
      "StatusText", "StatusSyntax", "StatusModel", "StatusRules", "StatusEngine", "StatusCommit",
      "StatusSync", "StatusHooks", "StatusConfiguration",
    ],
    "StatusPropertiesTests": ["Testing", "StatusTestSupport", "StatusFileSystem", "StatusProperties"],
    "StatusFuzz": ["StatusProperties", "CLibFuzzer", "Glibc"],
  ]

  /// What every test target may import. Foundation is somebody else's reading of JSON, dates and text.
  static let testing: Set = [
    "Testing", "StatusTestSupport", "Glibc", "Synchronization", "Foundation", "FoundationEssentials",
  ]

  /// The only directory whose files may import a module, where there is one.
  static let onlyDirectories = ["CLibXML2": "Sources/StatusReport/JUnit"]

  /// What a target in Tests/ may import; nil for one that is not known.
  static func tests(_ target: String) -> Set<String>? {
    if target == "StatusTestSupport" {
      return ["Glibc", "Synchronization", "FoundationEssentials", "StatusFileSystem"]
    }
    if target == "StatusTestTrees" {
      return [
        "StatusText", "StatusModel", "StatusDiagnostics", "StatusRules", "StatusFileSystem", "StatusEngine",
        "StatusTestSupport",
      ]
    }
    if target == "ArchitectureTests" { return ["Testing", "StatusTestSupport", "Glibc"] }
    // They know nothing but the built programs.
    if target == "CommandLineTests" {
      return [
        "Testing", "StatusTestSupport", "Glibc", "Subprocess", "SystemPackage", "statuslint",
        "statuslint-dev",
      ]
    }
    if let properties = properties[target] { return properties }
    guard target.hasSuffix("Tests"), let row = sources[String(target.dropLast(5))] else { return nil }
    return row.all.union([String(target.dropLast(5))]).union(testing).union(testExtras[target] ?? [])
  }

  /// What the target of a Swift file may import; nil for a file of no known target.
  static func allowed(_ file: ProjectFile) -> Set<String>? {
    guard file.directories.count > 1 else { return nil }
    return file.directories[0] == "Sources" ? sources[file.directories[1]]?.all : tests(file.directories[1])
  }
}
