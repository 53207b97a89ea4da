import StatusText

/// Opening and closing: how blocks get their lines and ranges.
extension BlockParser {
  /// Appends a block that begins at `start` within the innermost container, and says where it is.
  mutating func open(_ kind: Block.Kind, at start: Int) -> Int {
    var parent: Int32 = -1
    if let last = containers.indices.last {
      parent = containers[last].block
      containers[last].children += 1
    }
    blocks.append(
      Block(kind: kind, parent: parent, startLine: line, endLine: line, range: ByteRange(start, start)))
    return blocks.count - 1
  }

  /// Ends what does not go on with the line and opens a block that takes lines.
  mutating func openLeaf(_ leaf: Leaf, _ kind: Block.Kind, at start: Int) {
    closeUnmatched()
    leafBlock = open(kind, at: start)
    leafEnd = scanner.end
    self.leaf = leaf
  }

  /// Ends the open leaf and the containers that do not go on with the line.
  mutating func closeUnmatched() {
    closeLeaf()
    closeContainers(downTo: matched)
  }

  /// Ends the open leaf.
  ///
  /// - Parameter meeting: whether the line at hand is its last one, because it meets its end condition;
  ///   otherwise that was the line before, or the last one of the file.
  mutating func closeLeaf(meeting: Bool = false) {
    if meeting {
      leaf = .none
      finishLeaf(line)
      return
    }
    switch leaf {
    case .none: return
    case .paragraph:
      if definitions.isOpen, consumeDefinitions() == nil {
        dropLeaf()
        return
      }
    case .fencedCode: blocks[leafBlock].isUnclosed = true
    case .html: blocks[leafBlock].isUnclosed = htmlKind <= 5
    case .indentedCode: break
    }
    leaf = .none
    finishLeaf(lastLine)
  }

  /// The last line of a block that the line at hand, or the end of the file, ends.
  private var lastLine: UInt32 { isAtEnd ? line : line - 1 }

  /// Notes where the leaf ends, for its containers too.
  mutating func finishLeaf(_ endLine: UInt32) {
    blocks[leafBlock].endLine = endLine
    blocks[leafBlock].range.end = UInt32(truncatingIfNeeded: leafEnd)
    guard let last = containers.indices.last else { return }
    containers[last].end = max(containers[last].end, leafEnd)
  }

  /// Forgets a paragraph that was nothing but definitions; its lines remain lines of its container.
  private mutating func dropLeaf() {
    leaf = .none
    blocks.removeSubrange(leafBlock...)
    guard let last = containers.indices.last else { return }
    containers[last].children -= 1
    containers[last].end = max(containers[last].end, leafEnd)
  }

  /// Ends all containers but the outer `count`.
  mutating func closeContainers(downTo count: Int) {
    while containers.count > count, let container = containers.popLast() {
      blocks[Int(container.block)].endLine = lastLine
      blocks[Int(container.block)].range.end = UInt32(truncatingIfNeeded: container.end)
      guard let last = containers.indices.last else { break }
      containers[last].end = max(containers[last].end, container.end)
    }
    quotes &= (1 << UInt128(count)) &- 1
  }
}
