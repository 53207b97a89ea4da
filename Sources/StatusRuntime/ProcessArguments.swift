import CSystemShims

/// The command line of the process.
package enum ProcessArguments {
  /// The words that follow the program's name, as the system gave them; they stay where they are.
  package static var words: [UnsafeMutablePointer<CChar>] {
    guard let words = shim_arguments() else { return [] }
    return (1..<max(1, Int(shim_argument_count()))).compactMap { words[$0] }
  }
}
