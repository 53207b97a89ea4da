import Foundation
import StatusTestSupport

/// The Markdown files of a directory.
enum MarkdownFiles {
  /// Whether the real trees are beside the checkout.
  static let hasSharedCorpora = FileManager.default.fileExists(atPath: Project.sharedCorpora)

  /// The paths of all files below `directory` whose name ends in `.md`, sorted; none if it does not exist.
  static func paths(below directory: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(directory)/\($0)" }
  }

  /// The bytes of a file; none if it cannot be read.
  static func bytes(_ path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { Array($0) } ?? []
  }
}
