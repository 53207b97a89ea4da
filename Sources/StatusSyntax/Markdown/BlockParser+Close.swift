import StatusText

/// Opens and closes blocks and sets their lines and ranges.
extension BlockParser {
  /// Appends a block that begins at `start` in the innermost container, and returns its index.
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

  /// Closes blocks that do not continue on the line and opens a leaf block.
  mutating func openLeaf(_ leaf: Leaf, _ kind: Block.Kind, at start: Int) {
    closeUnmatched()
    leafBlock = open(kind, at: start)
    leafEnd = scanner.end
    self.leaf = leaf
  }

  /// Closes the open leaf and the containers that do not continue on the line.
  mutating func closeUnmatched() {
    closeLeaf()
    closeContainers(downTo: matched)
  }

  /// Closes the open leaf.
  ///
  /// - Parameter meeting: whether the current line is its last one, because it meets the end condition.
  ///   Otherwise the last line is the previous one, or the last one of the file.
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

  /// The last line of a block that the current line, or the end of the file, closes.
  private var lastLine: UInt32 { isAtEnd ? line : line - 1 }

  /// Records the end of the leaf, also for its containers.
  mutating func finishLeaf(_ endLine: UInt32) {
    blocks[leafBlock].endLine = endLine
    blocks[leafBlock].range.end = UInt32(truncatingIfNeeded: leafEnd)
    guard let last = containers.indices.last else { return }
    containers[last].end = max(containers[last].end, leafEnd)
  }

  /// Drops a paragraph that contains only definitions. Its lines still belong to its container.
  private mutating func dropLeaf() {
    leaf = .none
    blocks.removeSubrange(leafBlock...)
    guard let last = containers.indices.last else { return }
    containers[last].children -= 1
    containers[last].end = max(containers[last].end, leafEnd)
  }

  /// Closes all containers except the outer `count`.
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
