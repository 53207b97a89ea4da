import Glibc

/// The programs that these tests run.
enum BuiltProgram {
  /// The program was not found next to the tests or in a directory above them.
  struct Missing: Error { let searchedFrom: String }

  /// The path of the program `name`: the build puts it beside the tests' own executable, or above it where that is a
  /// bundle.
  static func path(_ name: String = "statuslint") throws -> String {
    guard let here = realpath("/proc/self/exe", nil) else { throw Missing(searchedFrom: "/proc/self/exe") }
    defer { free(here) }
    let tests = String(cString: here)
    var directory = tests[...]
    while let slash = directory.lastIndex(of: "/") {
      directory = directory[..<slash]
      let candidate = "\(directory)/\(name)"
      if isProgram(candidate) { return candidate }
    }
    throw Missing(searchedFrom: tests)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
