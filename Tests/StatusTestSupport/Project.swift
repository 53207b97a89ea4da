/// Where things lie on disk when tests run.
package enum Project {
  /// The directory of Package.swift, without a slash at its end.
  package static let directory: String = {
    // …/Tests/StatusTestSupport/Project.swift, three components below.
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The real trees beside the checkout; tests that use them say so and pass over them when they are not there.
  package static let sharedCorpora = "\(directory)/../shared/corpora"
}
