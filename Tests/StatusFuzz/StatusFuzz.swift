import CLibFuzzer
import Glibc
import StatusProperties

/// Searches for bytes that break a property: `StatusFuzz PROPERTY`, then the options of libFuzzer and directories of
/// inputs.
@main struct StatusFuzz {
  /// The callback of libFuzzer is a C function, which keeps nothing.
  private static let property = CommandLine.arguments.dropFirst().first.flatMap(Property.init)

  static func main() {
    guard property != nil else {
      print(Property.allCases.map(\.rawValue).joined(separator: "\n"))
      exit(2)
    }
    // libFuzzer reads the rest as its own command line.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
        // A trap is how libFuzzer notices a fault.
        if let violation = StatusFuzz.property?.violation(bytes) { fatalError(violation) }
        return 0
      })
  }
}
