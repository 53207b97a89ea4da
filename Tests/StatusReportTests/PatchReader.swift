import StatusText
import Testing

/// Applies a patch of one file, believing every line of it: a line that is not as the patch has it is an error.
struct PatchReader {
  private let lines: [[UInt8]]

  init(_ patch: [UInt8]) { lines = Self.lines(patch) }

  /// What the patch makes of `original`.
  func applied(to original: [UInt8]) throws -> [UInt8] {
    let old = Self.lines(original)
    var output: [UInt8] = []
    var next = 0
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.starts(with: "@@ ".utf8) {
        let start = try Self.start(line)
        for line in old[next..<start] { output += line }
        next = start
        continue
      }
      guard let mark = line.first, index > 3 else { continue }
      var content = Array(line.dropFirst())
      if index < lines.count, lines[index].first == UInt8(ascii: "\\") {
        content.removeLast()
        index += 1
      }
      if mark != UInt8(ascii: "+") {
        try #require(next < old.count && old[next] == content)
        next += 1
      }
      if mark != UInt8(ascii: "-") { output += content }
    }
    for line in old[next...] { output += line }
    return output
  }

  /// The lines before a hunk: "@@ -3,2 +3 @@" has two before it, "@@ -3,0 +4 @@" three.
  private static func start(_ line: [UInt8]) throws -> Int {
    let place = try #require(String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst().first)
    let numbers = place.dropFirst().split(separator: ",").compactMap { Int($0) }
    let first = try #require(numbers.first)
    return numbers.count == 2 && numbers[1] == 0 ? first : first - 1
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in bytes {
      line.append(byte)
      if byte == ASCII.lineFeed {
        lines.append(line)
        line = []
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
