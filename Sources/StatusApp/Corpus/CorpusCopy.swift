import StatusFileSystem
import StatusText

/// A copy of a case's tree, at a place where no repository encloses it.
struct CorpusCopy {
  private let source: String
  private let destination: String

  init(of source: String, to destination: String) {
    self.source = source
    self.destination = destination
  }

  /// Copies the tree; with `carriageReturns`, every line end of a file that has none of its own becomes CR LF.
  func make(carriageReturns: Bool) throws(FileSystemError) {
    let directory = try Directory(opening: source)
    var open = ["."]
    while let path = open.popLast() {
      for entry in try directory.list(path) {
        let inside = path == "." ? entry.name : "\(path)/\(entry.name)"
        if entry.kind == .directory {
          open.append(inside)
          continue
        }
        let bytes = try directory.read(inside, limit: 1 << 27)
        try SingleFile("\(destination)/\(inside)").write(
          carriageReturns ? Self.withCarriageReturns(bytes) : bytes)
      }
    }
  }

  private static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.contains(ASCII.carriageReturn) else { return bytes }
    return bytes.flatMap { $0 == ASCII.lineFeed ? [ASCII.carriageReturn, ASCII.lineFeed] : [$0] }
  }
}
