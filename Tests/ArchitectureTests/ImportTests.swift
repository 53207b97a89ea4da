import StatusTestSupport
import Testing

/// Every import line, and Package.swift, against the import table.
struct ImportTests {
  @Test("no file imports what its target may not")
  func table() throws {
    let files = try ParsedFile.sources.get() + ParsedFile.tests.get()
    #expect(files.count > 100)
    let violations = files.flatMap(Self.violations)
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
  }

  @Test("every directory of Sources is in the table")
  func targets() {
    let known = Set(ImportTable.sources.keys).union(ImportTable.systemLibraries)
    #expect(ProjectFile.subdirectories(of: "Sources").filter { !known.contains($0) } == [])
  }

  @Test("every row of the table is a target, and every module in it is imported")
  func unused() throws {
    var imported: [String: Set<String>] = [:]
    for parsed in try ParsedFile.sources.get() where parsed.file.directories.count > 1 {
      imported[parsed.file.directories[1], default: []].formUnion(parsed.source.imports.map(\.module))
    }
    for (target, row) in ImportTable.sources {
      #expect(row.all == imported[target], "\(target)")
    }
  }

  @Test("Package.swift declares no dependency that the table does not have")
  func manifest() throws {
    let manifest = Manifest(try Self.text("Package.swift"))
    #expect(
      Set(manifest.targets.map(\.name)).isSuperset(of: ["StatusText", "StatusCLI", "statuslint", "CLibXML2"]))
    #expect(manifest.targets.flatMap(Self.violations) == [])
  }

  @Test("Package.swift declares every directory of Sources")
  func declared() throws {
    let declared = Set(Manifest(try Self.text("Package.swift")).targets.map(\.name))
    #expect(ProjectFile.subdirectories(of: "Sources").filter { !declared.contains($0) } == [])
  }

  @Test("the table has no circle")
  func order() {
    for start in ImportTable.sources.keys {
      var reached: Set<String> = []
      var open = Array(ImportTable.sources[start]?.ours ?? [])
      while let next = open.popLast() {
        guard reached.insert(next).inserted else { continue }
        open += ImportTable.sources[next]?.ours ?? []
      }
      #expect(!reached.contains(start), "\(start) imports itself, in the end")
    }
  }

  @Test(
    "what may not be imported is seen",
    arguments: [
      ("Sources/StatusRules/A.swift", "import StatusFileSystem"),
      ("Sources/StatusText/A.swift", "import Foundation"), ("Sources/StatusRules/A.swift", "import Glibc"),
      ("Sources/StatusCLI/A.swift", "@preconcurrency import FoundationEssentials"),
      ("Sources/StatusCLI/A.swift", "import ArgumentParser"),
      ("Sources/StatusReport/Text/A.swift", "import CLibXML2"),
      ("Sources/StatusReport/A.swift", "package import struct StatusSyntax.JSONTree"),
      ("Tests/StatusTextTests/A.swift", "@testable import StatusModel"),
      ("Sources/Nowhere/A.swift", "import StatusText"),
    ])
  func seen(path: String, line: String) {
    #expect(Self.violations(ParsedFile(ProjectFile(path: path, text: "// x\n\(line)\n"))).count == 1)
  }

  @Test(
    "what may be imported is no violation",
    arguments: [
      ("Sources/StatusReport/JUnit/A.swift", "import CLibXML2"),
      ("Sources/statuslint/A.swift", "import ArgumentParser"),
      ("Sources/StatusText/A.swift", "let text = \"import Foundation\" // import Foundation"),
      ("Tests/StatusReportTests/A.swift", "@testable import StatusReport\nimport Testing"),
    ])
  func unseen(path: String, line: String) {
    #expect(Self.violations(ParsedFile(ProjectFile(path: path, text: line))) == [])
  }

  @Test("the manifest is read as it is written")
  func manifestReading() {
    let text = """
      let package = Package(
        targets: [
          module("A"),
          module("B", ["A", "C"]),
          .executableTarget(
            name: "p",
            dependencies: [
              "B", .product(name: "X", package: "swift-x"),
            ],
            exclude: ["Inputs"], swiftSettings: strict),
          .systemLibrary(
            name: "C", path: "T/C", pkgConfig: "c", providers: [.apt(["c-dev"])]),
          tests(of: "B", ["D"]),
        ]
      )
      """
    #expect(
      Manifest(text).targets == [
        .init(name: "A", dependencies: []), .init(name: "B", dependencies: ["A", "C"]),
        .init(name: "p", dependencies: ["B", "X"]), .init(name: "C", dependencies: []),
        .init(name: "BTests", dependencies: ["B", "D"]),
      ])
  }

  private static func violations(_ parsed: ParsedFile) -> [String] {
    let file = parsed.file
    guard let allowed = ImportTable.allowed(file) else { return ["\(file.path): no target of the table"] }
    return parsed.source.imports.compactMap { module, line in
      guard allowed.contains(module) else { return "\(file.path):\(line): may not import \(module)" }
      guard let only = ImportTable.onlyDirectories[module], file.directories[0] == "Sources",
        file.directories.joined(separator: "/") != only
      else { return nil }
      return "\(file.path):\(line): only \(only) may import \(module)"
    }
  }

  private static func violations(_ target: Manifest.Target) -> [String] {
    if ImportTable.systemLibraries.contains(target.name) { return [] }
    guard let allowed = ImportTable.sources[target.name]?.all ?? ImportTable.tests(target.name) else {
      return ["\(target.name) is not in the table"]
    }
    return target.dependencies.filter { !allowed.contains($0) }.map {
      "\(target.name) may not depend on \($0)"
    }
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileBytes.read("\(Project.directory)/\(path)"), as: UTF8.self)
  }
}
