import Foundation
import StatusTestSupport
import StatusText

/// The JSON files of the real trees beside the checkout.
enum SharedJSON {
  static let isThere = FileManager.default.fileExists(atPath: Project.sharedCorpora)

  /// Every `.json` file there.
  static var files: [SourceText] {
    let root = URL(fileURLWithPath: Project.sharedCorpora)
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found ?? .init()).compactMap { entry in
      guard let url = entry as? URL, url.pathExtension == "json", let data = try? Data(contentsOf: url) else {
        return nil
      }
      return SourceText(path: url.path, bytes: Array(data))
    }
  }
}
