// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode is the default of this tools version; a warning is an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The shipped program's modules: without the searches that come with regular expressions, which would make it larger
/// (`StringProtocol.contains(text:)` replaces them).
let shipped = strict + [.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])]

/// A module that does little for each file or task: the compiler makes it small, and the program loads faster.
let compact = shipped + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// One library module, with the modules of ours that it may import (docs/architecture.md).
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude other: [String] = [],
  settings: [SwiftSetting] = shipped
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: ["README.md"] + other, swiftSettings: settings)
}

/// The tests of one module.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "StatusTestSupport"] + dependencies,
    swiftSettings: strict)
}

let package = Package(
  name: "statuslint",
  products: [
    .executable(name: "statuslint", targets: ["statuslint"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its default trait, which brings Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    module("StatusText"),
    module("StatusSyntax", ["StatusText"]),
    module("StatusModel", ["StatusSyntax", "StatusText"]),
    module("StatusEditing", ["StatusModel", "StatusSyntax", "StatusText"], settings: compact),
    module("StatusDiagnostics", ["StatusText"]),
    module(
      "StatusConfiguration",
      ["StatusClaims", "StatusFormats", "StatusModel", "StatusDiagnostics", "StatusSyntax", "StatusText"],
      settings: compact),
    module(
      "StatusRules", ["StatusModel", "StatusEditing", "StatusDiagnostics", "StatusSyntax", "StatusText"]),
    module("StatusClaims", ["StatusDiagnostics", "StatusSyntax", "StatusText"]),
    module(
      "StatusFormats", ["StatusClaims", "StatusModel", "StatusDiagnostics", "StatusSyntax", "StatusText"]),
    // The calls that Glibc's module map hides; C, because some are variadic or macros.
    .target(name: "CSystemShims", exclude: ["README.md"]),
    module("StatusRuntime", ["CSystemShims"]),
    module("StatusFileSystem", ["CSystemShims", "StatusText"]),
    module("StatusCommit", ["StatusFileSystem", "StatusRuntime", "StatusText"], settings: compact),
    module("StatusSync", ["StatusModel", "StatusEditing", "StatusSyntax", "StatusText"], settings: compact),
    // The style and the script of HTML pages become sources by scripts/embed.
    module(
      "StatusReport", ["StatusDiagnostics", "StatusText", "CLibXML2"], exclude: ["HTML/Page"],
      settings: compact),
    module(
      "StatusEngine",
      [
        "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusRules", "StatusClaims",
        "StatusFormats", "StatusRuntime", "StatusFileSystem",
      ]),
    module(
      "StatusHistory",
      [
        "StatusEngine", "StatusClaims", "StatusFormats", "StatusModel", "StatusFileSystem", "StatusRuntime",
        "StatusText",
      ]),
    module(
      "StatusHooks",
      [
        "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusClaims", "StatusEngine",
        "StatusSync", "StatusReport",
      ], settings: compact),
    module(
      "StatusCLI",
      [
        "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusConfiguration",
        "StatusRules", "StatusFileSystem", "StatusRuntime", "StatusCommit", "StatusReport", "StatusSync",
        "StatusClaims", "StatusFormats", "StatusEngine", "StatusHistory", "StatusHooks",
      ], settings: compact),
    // Corpus runner, synthetic trees, page generator: no part of the shipped program.
    module(
      "StatusDevTools",
      [
        "StatusCLI", "StatusText", "StatusSyntax", "StatusModel", "StatusDiagnostics", "StatusRules",
        "StatusFileSystem", "StatusRuntime", "StatusCommit", "StatusReport",
      ], settings: strict),
    .executableTarget(
      name: "statuslint",
      dependencies: ["StatusCLI", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      exclude: ["README.md"], swiftSettings: compact),
    .executableTarget(
      name: "statuslint-dev",
      dependencies: [
        "StatusCLI", "StatusDevTools", "StatusEngine", "StatusFileSystem", "StatusModel", "StatusRules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["README.md"], swiftSettings: strict),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // libcmark judges our Markdown outline and what a report in Markdown shows; only tests see it.
    .systemLibrary(
      name: "CCMark", path: "Tests/CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // libyaml judges our YAML tree; only tests see it.
    .systemLibrary(
      name: "CYAML", path: "Tests/CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(
      name: "StatusTestSupport", dependencies: ["StatusFileSystem"], path: "Tests/StatusTestSupport",
      swiftSettings: strict),
    // A tree in memory that is checked as one on disk would be.
    .target(
      name: "StatusTestTrees",
      dependencies: [
        "StatusText", "StatusModel", "StatusDiagnostics", "StatusRules", "StatusFileSystem", "StatusEngine",
        "StatusTestSupport",
      ], path: "Tests/StatusTestTrees", swiftSettings: strict),
    // What holds for any bytes that a reader is given: the tests and the fuzzer use it.
    .target(
      name: "StatusProperties",
      dependencies: [
        "StatusText", "StatusSyntax", "StatusModel", "StatusRules", "StatusEngine", "StatusCommit",
        "StatusSync", "StatusHooks", "StatusConfiguration",
      ], path: "Tests/StatusProperties", swiftSettings: strict),
    .testTarget(
      name: "StatusPropertiesTests",
      dependencies: ["StatusProperties", "StatusFileSystem", "StatusTestSupport"],
      exclude: ["Inputs"], swiftSettings: strict),
    // Reads the sources themselves: who imports what, and what else a machine can hold them to.
    .testTarget(name: "ArchitectureTests", dependencies: ["StatusTestSupport"], swiftSettings: strict),
    tests(of: "StatusText"),
    tests(of: "StatusSyntax", ["CCMark", "CYAML", "StatusText", "StatusProperties"]),
    tests(of: "StatusModel", ["StatusText", "StatusSyntax"]),
    tests(of: "StatusEditing", ["StatusModel", "StatusSyntax", "StatusText"]),
    tests(of: "StatusDiagnostics", ["StatusText"]),
    tests(of: "StatusConfiguration", ["StatusFormats", "StatusModel", "StatusDiagnostics", "StatusText"]),
    tests(of: "StatusSync", ["StatusModel", "StatusSyntax", "StatusText"]),
    tests(of: "StatusClaims", ["StatusSyntax", "StatusText"]),
    tests(of: "StatusRules", ["StatusModel", "StatusDiagnostics", "StatusText", "StatusTestTrees"]),
    tests(
      of: "StatusEngine",
      [
        "StatusClaims", "StatusDiagnostics", "StatusFormats", "StatusModel", "StatusRules", "StatusText",
        "StatusTestTrees",
      ]),
    tests(of: "StatusHistory", ["StatusEngine", "StatusFileSystem"]),
    tests(of: "StatusHooks", ["StatusText"]),
    tests(of: "StatusRuntime"),
    tests(of: "StatusFileSystem", ["StatusRuntime"]),
    tests(of: "StatusCommit", ["StatusFileSystem"]),
    tests(of: "StatusReport", ["StatusText", "StatusDiagnostics", "CLibXML2", "CCMark"]),
    // Runs the built program, which depending on it builds.
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "statuslint", "statuslint-dev", "StatusTestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    tests(
      of: "StatusCLI",
      [
        "StatusConfiguration", "StatusDevTools", "StatusDiagnostics", "StatusEngine", "StatusFileSystem",
        "StatusModel",
        "StatusRules",
        "StatusSync", "StatusSyntax", "StatusText", "StatusTestTrees",
      ]),
    tests(
      of: "StatusDevTools",
      ["StatusCLI", "StatusDiagnostics", "StatusFileSystem", "StatusReport", "StatusRules"]),
  ]
)

// libFuzzer needs flags that no other target can be built with: scripts/fuzz passes them.
if Context.environment["STATUSLINT_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
    .executableTarget(
      name: "StatusFuzz", dependencies: ["StatusProperties", "CLibFuzzer"], path: "Tests/StatusFuzz",
      exclude: ["Dictionaries"], swiftSettings: strict),
  ]
}
